import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Page } from '../page.ts';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { changeStaffRole } from './change-staff-role.ts';
import { findStaff, type StaffMember } from './find-staff.ts';
import { leaveRestaurant } from './leave-restaurant.ts';
import type { OffDuty } from './off-duty.ts';
import { removeStaff } from './remove-staff.ts';
import { ChangeStaffRoleInput, StaffArgs, StaffMemberConnection, StaffMemberType } from './staff.types.ts';
import { transferOwnership } from './transfer-ownership.ts';

@Resolver()
export class StaffResolver {
  constructor(private readonly offDuty: OffDuty) {}

  @Query(() => StaffMemberConnection, {
    description:
      'Who works at a restaurant; whoever came last comes first, unless they are wanted otherwise. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT.',
  })
  restaurantStaff(@Ctx() ctx: Context, @Args() args: StaffArgs): Promise<Page<StaffMember>> {
    return findStaff(ctx, args.restaurantId, args.query());
  }

  @Mutation(() => StaffMemberType, {
    description:
      "Gives somebody another role; what they watch and may no longer see ends, and deliveries they have not brought are nobody's. For whoever manages both roles; nobody raises themselves. Again: nothing more happens. Errors: NOT_FOUND, also when the person does not work here; FORBIDDEN, LAST_OWNER.",
  })
  changeStaffRole(@Ctx() ctx: Context, @Arg('input') input: ChangeStaffRoleInput): Promise<StaffMember> {
    return changeStaffRole(ctx, input, this.offDuty);
  }

  @Mutation(() => Boolean, {
    description:
      "Dismisses somebody: their live streams of this restaurant end, the invites they have sent are dead, deliveries they have not brought are nobody's; when an owner asks, the API keys they have made are revoked. For whoever manages their role. Again: nothing more happens. Errors: NOT_FOUND, also when the person never worked here; FORBIDDEN, LAST_OWNER.",
  })
  async removeStaff(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
    @Arg('personId', () => UUID) personId: string,
    @Arg('revokeKeys', () => Boolean, {
      defaultValue: true,
      description: 'False: the API keys they have made go on, marked in the list by a maker without a role.',
    })
    revokeKeys: boolean,
  ): Promise<boolean> {
    await removeStaff(ctx, { restaurantId, personId, revokeKeys }, this.offDuty);
    return true;
  }

  @Mutation(() => Boolean, {
    description:
      'I stop working there, with the same consequences, but that the API keys I have made go on. For all who do. Again: nothing more happens. Errors: NOT_FOUND, LAST_OWNER.',
  })
  async leaveRestaurant(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
  ): Promise<boolean> {
    await leaveRestaurant(ctx, restaurantId, this.offDuty);
    return true;
  }

  @Mutation(() => StaffMemberType, {
    description:
      'Makes somebody who works here an owner in my place; I am a manager from then on. Answers with the new owner. For owners. Errors: NOT_FOUND, also when the person does not work here; FORBIDDEN.',
  })
  transferOwnership(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
    @Arg('personId', () => UUID) personId: string,
  ): Promise<StaffMember> {
    return transferOwnership(ctx, { restaurantId, personId }, this.offDuty);
  }
}
