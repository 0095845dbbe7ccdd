import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { AuditArgs, AuditEntryConnection } from '../audit/audit.types.ts';
import type { AuditEntry } from '../audit/audit-entry.entity.ts';
import type { Page } from '../page.ts';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { AccountConnection, AccountType, PeopleArgs } from './account.types.ts';
import { findAudit } from './find-audit.ts';
import { findPeople } from './find-people.ts';
import { grantAdmin } from './grant-admin.ts';
import type { Person } from './person.entity.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { revokeAdmin } from './revoke-admin.ts';
import { suspendPerson } from './suspend-person.ts';
import { unsuspendPerson } from './unsuspend-person.ts';

/** What admins of the platform do with accounts. For nobody else is any of it there. */
@Resolver()
export class PlatformResolver {
  @Query(() => AccountConnection, {
    description:
      'Everybody with an account, whoever registered last first unless they are wanted otherwise. For admins of the platform. Errors: NOT_FOUND, BAD_USER_INPUT.',
  })
  people(@Ctx() ctx: Context, @Args() args: PeopleArgs): Promise<Page<Person>> {
    return findPeople(ctx, args.query());
  }

  @Query(() => AuditEntryConnection, {
    description:
      'The audit of the platform, newest first unless it is wanted otherwise. For admins of the platform. Errors: NOT_FOUND, BAD_USER_INPUT.',
  })
  auditEntries(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID, { nullable: true }) restaurantId: string | null,
    @Args() args: AuditArgs,
  ): Promise<Page<AuditEntry>> {
    return findAudit(ctx, restaurantId ?? null, args.query());
  }

  @Mutation(() => AccountType, {
    description:
      'Makes somebody an admin of the platform, who may in any restaurant what its owner may; their sockets come anew. Only an account that is verified and not suspended. For admins of the platform. Errors: NOT_FOUND, FORBIDDEN.',
  })
  grantAdmin(@Ctx() ctx: Context, @Arg('personId', () => UUID) personId: string): Promise<Person> {
    return grantAdmin(ctx, personId);
  }

  @Mutation(() => AccountType, {
    description:
      'Takes the rights of an admin away; their sockets come anew. The API keys that they made stay: each is of its restaurant, whose owners revoke it. For admins of the platform. Errors: NOT_FOUND, LAST_ADMIN.',
  })
  revokeAdmin(@Ctx() ctx: Context, @Arg('personId', () => UUID) personId: string): Promise<Person> {
    return revokeAdmin(ctx, personId);
  }

  @Mutation(() => AccountType, {
    description:
      'Every session of the person ends, sockets close with 4403, and signing in is answered as a wrong password is. Roles and orders stay, and so do the API keys that they made: each is of its restaurant, whose owners revoke it. For admins of the platform. Errors: NOT_FOUND, LAST_ADMIN.',
  })
  suspendPerson(@Ctx() ctx: Context, @Arg('personId', () => UUID) personId: string): Promise<Person> {
    return suspendPerson(ctx, personId);
  }

  @Mutation(() => AccountType, {
    description: 'The person may sign in again. For admins of the platform. Errors: NOT_FOUND.',
  })
  unsuspendPerson(@Ctx() ctx: Context, @Arg('personId', () => UUID) personId: string): Promise<Person> {
    return unsuspendPerson(ctx, personId);
  }

  @Mutation(() => AccountType, {
    description:
      'Takes the second factor of somebody away who has lost it, or had one set up by somebody else: the password is enough again, every session ends, and a letter says so. Without one: nothing happens. For admins of the platform, who make sure first who asks for it. Errors: NOT_FOUND.',
  })
  resetSecondFactor(@Ctx() ctx: Context, @Arg('personId', () => UUID) personId: string): Promise<Person> {
    return resetSecondFactor(ctx, personId);
  }
}
