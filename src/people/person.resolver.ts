import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Tokens } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { findMe } from './find-me.ts';
import type { Person } from './person.entity.ts';
import { PersonType, RegisterInput, SessionTokens, SignInInput } from './person.types.ts';
import { refreshSession } from './refresh-session.ts';
import { register } from './register.ts';
import { type SignedIn, signIn } from './sign-in.ts';

@Resolver(() => PersonType)
export class PersonResolver {
  constructor(private readonly tokens: Tokens) {}

  @Query(() => PersonType, { description: 'My account. Errors: UNAUTHENTICATED.' })
  me(@Ctx() ctx: Context): Promise<Person> {
    return findMe(ctx);
  }

  @Mutation(() => Boolean, {
    description: 'Makes an account. Answers true whether or not the address was free; sign in to find out.',
  })
  async register(@Ctx() ctx: Context, @Arg('input') input: RegisterInput): Promise<boolean> {
    await register(ctx, input);
    return true;
  }

  @Mutation(() => SessionTokens, { description: 'Begins a session. Errors: UNAUTHENTICATED.' })
  async signIn(@Ctx() ctx: Context, @Arg('input') input: SignInInput): Promise<SessionTokens> {
    return tokensOf(await signIn(ctx, this.tokens, input));
  }

  @Mutation(() => SessionTokens, {
    description:
      'Exchanges a refresh token, which is dead from then on. Used twice, it ends its session. Errors: UNAUTHENTICATED.',
  })
  async refreshSession(
    @Ctx() ctx: Context,
    @Arg('refreshToken') refreshToken: string,
  ): Promise<SessionTokens> {
    return tokensOf(await refreshSession(ctx, this.tokens, refreshToken));
  }
}

function tokensOf({ person, access, refresh }: SignedIn): SessionTokens {
  return {
    accessToken: access.token,
    accessExpiresAt: access.expiresAt,
    refreshToken: refresh.token,
    refreshExpiresAt: refresh.expiresAt,
    person,
  };
}
