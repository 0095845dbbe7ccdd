import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { AuditEntryConnection, AuditFilterInput } from '../audit/audit.types.ts';
import type { AuditEntry } from '../audit/audit-entry.entity.ts';
import type { Page } from '../page.ts';
import { PageArgsType } from '../page.types.ts';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { findRestaurantAudit } from './find-restaurant-audit.ts';

@Resolver()
export class RestaurantAuditResolver {
  @Query(() => AuditEntryConnection, {
    description:
      'The audit of a restaurant, newest first; what an admin of the platform did in it, and who was refused, included. For owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  restaurantAudit(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
    @Args() page: PageArgsType,
    @Arg('filter', () => AuditFilterInput, { nullable: true }) filter: AuditFilterInput | null,
  ): Promise<Page<AuditEntry>> {
    return findRestaurantAudit(ctx, restaurantId, filter ?? {}, page);
  }
}
