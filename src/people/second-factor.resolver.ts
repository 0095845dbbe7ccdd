import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { qrSvg } from '../qr-svg.ts';
import type { Context } from '../viewer.ts';
import { beginSecondFactor } from './begin-second-factor.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { disableSecondFactor } from './disable-second-factor.ts';
import { type FactorState, findSecondFactor } from './find-second-factor.ts';
import { Person } from './person.entity.ts';
import { PersonType } from './person.types.ts';
import { BegunSecondFactor, DisableSecondFactorArgs, SecondFactorType } from './second-factor.types.ts';

/** Codes of an app beside the password. */
@Resolver(() => PersonType)
export class SecondFactorResolver {
  @FieldResolver(() => SecondFactorType, { nullable: true, description: 'Null: the password is enough.' })
  secondFactor(@Ctx() ctx: Context, @Root() person: Person): Promise<FactorState | null> {
    return findSecondFactor(ctx, person);
  }

  @Mutation(() => BegunSecondFactor, {
    description:
      'A secret for an authenticator app; confirmSecondFactor has to follow, until then nothing is asked for. Errors: UNAUTHENTICATED, PASSWORD_WRONG, RATE_LIMITED; FORBIDDEN when one is set up.',
  })
  async beginSecondFactor(
    @Ctx() ctx: Context,
    @Arg('password') password: string,
  ): Promise<BegunSecondFactor> {
    const begun = await beginSecondFactor(ctx, password);
    return { ...begun, qrSvg: await qrSvg(begun.uri) };
  }

  @Mutation(() => [String], {
    description:
      'A code shows that the app has the secret: from now on signIn takes one. All my other sessions end. Answers with ten recovery codes, each good once instead of a code; shown this once. A letter says that it happened. Errors: UNAUTHENTICATED, SECOND_FACTOR_INVALID, RATE_LIMITED.',
  })
  confirmSecondFactor(@Ctx() ctx: Context, @Arg('code') code: string): Promise<string[]> {
    return confirmSecondFactor(ctx, code);
  }

  @Mutation(() => Boolean, {
    description:
      'The password is enough again; what a restaurant or the platform wants a second factor for is refused from then on. A letter says that it happened. Without one: nothing happens. Errors: UNAUTHENTICATED, PASSWORD_WRONG, SECOND_FACTOR_REQUIRED, SECOND_FACTOR_INVALID, RATE_LIMITED.',
  })
  async disableSecondFactor(
    @Ctx() ctx: Context,
    @Args() { password, code }: DisableSecondFactorArgs,
  ): Promise<boolean> {
    await disableSecondFactor(ctx, password, code);
    return true;
  }
}
