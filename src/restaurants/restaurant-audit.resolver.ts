import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { AuditArgs, AuditEntryConnection } from '../audit/audit.types.ts';
import type { AuditEntry } from '../audit/audit-entry.entity.ts';
import type { Page } from '../page.ts';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { findRestaurantAudit } from './find-restaurant-audit.ts';

@Resolver()
export class RestaurantAuditResolver {
  @Query(() => AuditEntryConnection, {
    description:
      'The audit of a restaurant, newest first unless it is wanted otherwise; what an admin of the platform did in it, and who was refused, included. For owners. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT.',
  })
  restaurantAudit(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
    @Args() args: AuditArgs,
  ): Promise<Page<AuditEntry>> {
    return findRestaurantAudit(ctx, restaurantId, args.query());
  }
}
