import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Page } from '../page.ts';
import { IdempotencyKey, UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { acceptInvite } from './accept-invite.ts';
import { findInvites } from './find-invites.ts';
import type { Invite } from './invite.entity.ts';
import { InviteStaffInput, InviteStaffPayload, InviteType } from './invite.types.ts';
import { InviteConnection, InvitesArgs } from './invite-list.types.ts';
import { inviteStaff } from './invite-staff.ts';
import { listInvites } from './list-invites.ts';
import { resendInvite } from './resend-invite.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { RestaurantType } from './restaurant.types.ts';
import { revokeInvite } from './revoke-invite.ts';

@Resolver(() => InviteType)
export class InviteResolver {
  @Query(() => [InviteType], {
    description:
      'The open invites, newest first; expired ones too, for they can be sent again. For managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
    deprecationReason: 'Ask `staffInvites`, which goes in pages.',
  })
  restaurantInvites(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
  ): Promise<Invite[]> {
    return findInvites(ctx, restaurantId);
  }

  @Query(() => InviteConnection, {
    description:
      'The invites of a restaurant, whatever became of them, newest first unless they are wanted otherwise. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT.',
  })
  staffInvites(@Ctx() ctx: Context, @Args() args: InvitesArgs): Promise<Page<Invite>> {
    return listInvites(ctx, args.restaurantId, args.query());
  }

  @Mutation(() => InviteStaffPayload, {
    description:
      'Offers a role to an address by a letter with a token that is good once and for 7 days. Replaces an open invite to the same address; 100 open ones at most. For whoever manages the role. Errors: NOT_FOUND, FORBIDDEN, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED; BAD_USER_INPUT when somebody who works here has the address.',
  })
  inviteStaff(
    @Ctx() ctx: Context,
    @Arg('input') input: InviteStaffInput,
    @Arg('idempotencyKey', () => IdempotencyKey) idempotencyKey: string,
  ): Promise<{ invite: Invite; replayed: boolean }> {
    return inviteStaff(ctx, input, idempotencyKey);
  }

  @Mutation(() => InviteType, {
    description:
      'Writes the letter again, with a new token for another 7 days; the one before is dead. For whoever manages the role. Errors: FORBIDDEN, RATE_LIMITED; NOT_FOUND, also when it was accepted or taken back.',
  })
  resendInvite(@Ctx() ctx: Context, @Arg('inviteId', () => UUID) inviteId: string): Promise<Invite> {
    return resendInvite(ctx, inviteId);
  }

  @Mutation(() => InviteType, {
    description:
      'Takes an invite back: its token is dead. For whoever manages the role. Again: nothing more happens. Errors: FORBIDDEN; NOT_FOUND, also when it was accepted.',
  })
  revokeInvite(@Ctx() ctx: Context, @Arg('inviteId', () => UUID) inviteId: string): Promise<Invite> {
    return revokeInvite(ctx, inviteId);
  }

  @Mutation(() => RestaurantType, {
    description:
      'I join the restaurant that has invited me. For the person whose verified address the invite went to. Again: nothing more happens. Whoever works there keeps the role they have. Errors: UNAUTHENTICATED, RATE_LIMITED; TOKEN_INVALID for every token that is not good for me, whatever the reason.',
  })
  acceptInvite(
    @Ctx() ctx: Context,
    @Arg('token', { description: 'From the letter.' }) token: string,
  ): Promise<Restaurant> {
    return acceptInvite(ctx, token);
  }
}
