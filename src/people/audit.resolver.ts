import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { AuditEntryConnection, AuditFilterInput } from '../audit/audit.types.ts';
import type { AuditEntry } from '../audit/audit-entry.entity.ts';
import type { Page } from '../page.ts';
import { PageArgsType } from '../page.types.ts';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { findAudit } from './find-audit.ts';

@Resolver()
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    description: 'The audit of the platform, newest first. For admins of the platform. Errors: NOT_FOUND.',
  })
  auditEntries(
    @Ctx() ctx: Context,
    @Args() page: PageArgsType,
    @Arg('restaurantId', () => UUID, { nullable: true }) restaurantId: string | null,
    @Arg('filter', () => AuditFilterInput, { nullable: true }) filter: AuditFilterInput | null,
  ): Promise<Page<AuditEntry>> {
    return findAudit(ctx, restaurantId ?? null, filter ?? {}, page);
  }
}
