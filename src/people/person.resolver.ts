import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Tokens } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { findMe } from './find-me.ts';
import type { Person } from './person.entity.ts';
import {
  AddressArgs,
  ConnectionRenewal,
  KnownDevice,
  PersonType,
  RegisterInput,
  ResetPasswordArgs,
  SessionTokens,
  SignInInput,
  TokenStatus,
} from './person.types.ts';
import { refreshSession } from './refresh-session.ts';
import { register } from './register.ts';
import { renewConnection } from './renew-connection.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { resendVerification } from './resend-verification.ts';
import { resetPassword } from './reset-password.ts';
import { type SignedIn, signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { verifyEmail } from './verify-email.ts';
import { type VisitCheck, verifyToken } from './verify-token.ts';

@Resolver(() => PersonType)
export class PersonResolver {
  constructor(
    private readonly tokens: Tokens,
    private readonly visitStands: VisitCheck,
  ) {}

  @Query(() => PersonType, { description: 'My account. Errors: UNAUTHENTICATED.' })
  me(@Ctx() ctx: Context): Promise<Person> {
    return findMe(ctx);
  }

  @Mutation(() => Boolean, {
    description:
      'Makes an account, good for signing in once verifyEmail has had the token that a letter takes to the address, within 24 hours. Only the letter says whether there was an account already; the answer is true either way. For everybody. Errors: BAD_USER_INPUT, PASSWORD_REFUSED, RATE_LIMITED.',
  })
  async register(@Ctx() ctx: Context, @Arg('input') input: RegisterInput): Promise<boolean> {
    await register(ctx, input);
    return true;
  }

  @Mutation(() => KnownDevice, {
    description:
      "Verifies the address of an account with the token of a registration's letter, once. The account has the name and the password of that registration. For whoever has the letter. Errors: TOKEN_INVALID, RATE_LIMITED.",
  })
  async verifyEmail(@Ctx() ctx: Context, @Arg('token') token: string): Promise<KnownDevice> {
    return { deviceToken: (await verifyEmail(ctx, this.tokens, token)).token };
  }

  @Mutation(() => Boolean, {
    description:
      'Sends the letter of a registration again. If the address was registered more than once, nobody knows by whom: then the token is for resetPassword, within 30 minutes, and the letter says so. Only a letter says what there is at the address; the answer is true either way. For everybody. Errors: BAD_USER_INPUT, RATE_LIMITED.',
  })
  async resendVerification(@Ctx() ctx: Context, @Args() { email }: AddressArgs): Promise<boolean> {
    await resendVerification(ctx, email);
    return true;
  }

  @Mutation(() => Boolean, {
    description:
      'Sends a letter with a token for resetPassword to the address, or one that says that it has no account. The answer is true either way. For everybody. Errors: BAD_USER_INPUT, RATE_LIMITED.',
  })
  async requestPasswordReset(@Ctx() ctx: Context, @Args() { email }: AddressArgs): Promise<boolean> {
    await requestPasswordReset(ctx, email);
    return true;
  }

  @Mutation(() => KnownDevice, {
    description:
      'Sets a new password with the token of a letter, once, within 30 minutes. It verifies the address, and ends every session of the account; device tokens of before are void. For whoever has the letter. Errors: TOKEN_INVALID, PASSWORD_REFUSED, RATE_LIMITED.',
  })
  async resetPassword(
    @Ctx() ctx: Context,
    @Args() { token, password }: ResetPasswordArgs,
  ): Promise<KnownDevice> {
    return { deviceToken: (await resetPassword(ctx, this.tokens, token, password)).token };
  }

  @Mutation(() => SessionTokens, {
    description:
      'Begins a session; of more than a hundred the one begun longest ago ends. An unknown address, one that is not verified, a suspended account and a wrong password get the same answer. Errors: UNAUTHENTICATED, RATE_LIMITED; with the right password of who has a second factor SECOND_FACTOR_REQUIRED without a code, SECOND_FACTOR_INVALID with a wrong one.',
  })
  async signIn(@Ctx() ctx: Context, @Arg('input') input: SignInInput): Promise<SessionTokens> {
    return tokensOf(await signIn(ctx, this.tokens, input));
  }

  @Mutation(() => SessionTokens, {
    description:
      'Exchanges a refresh token, which is dead from then on. Used twice, it ends its session. Errors: UNAUTHENTICATED, RATE_LIMITED.',
  })
  async refreshSession(
    @Ctx() ctx: Context,
    @Arg('refreshToken') refreshToken: string,
  ): Promise<SessionTokens> {
    return tokensOf(await refreshSession(ctx, this.tokens, refreshToken));
  }

  @Mutation(() => Boolean, {
    description:
      'Ends this session; everywhere: every session of mine, and the device tokens are void. Their tokens open nothing from then on, their sockets close with 4403. Errors: UNAUTHENTICATED.',
  })
  async signOut(
    @Ctx() ctx: Context,
    @Arg('everywhere', () => Boolean, { defaultValue: false }) everywhere: boolean,
  ): Promise<boolean> {
    await signOut(ctx, everywhere);
    return true;
  }

  @Mutation(() => ConnectionRenewal, {
    description:
      "Over a socket only: it goes on with a newer token of the same person, or of the same guest's visit. What runs on it is not touched. Errors: UNAUTHENTICATED, FORBIDDEN, OPERATION_RESOLUTION_FAILURE.",
  })
  async renewConnection(
    @Ctx() ctx: Context,
    @Arg('accessToken', { description: "An access token, or a guest's." }) accessToken: string,
  ): Promise<ConnectionRenewal> {
    return { expiresAt: await renewConnection(ctx, this.tokens, accessToken) };
  }

  @Query(() => TokenStatus, {
    description:
      "Whether an access token or a guest's token is good at this moment. For whoever holds it. Errors: RATE_LIMITED.",
  })
  async verifyToken(@Ctx() ctx: Context, @Arg('token') token: string): Promise<TokenStatus> {
    const read = await verifyToken(ctx, this.tokens, this.visitStands, token);
    return { valid: read !== null, expiresAt: read?.expiresAt ?? null };
  }
}

function tokensOf({ person, access, refresh, device }: SignedIn): SessionTokens {
  return {
    accessToken: access.token,
    accessExpiresAt: access.expiresAt,
    refreshToken: refresh.token,
    refreshExpiresAt: refresh.expiresAt,
    deviceToken: device?.token ?? null,
    person,
  };
}
