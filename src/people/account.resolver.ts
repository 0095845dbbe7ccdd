import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { AuditEntryConnection, MyAuditArgs } from '../audit/audit.types.ts';
import type { AuditEntry } from '../audit/audit-entry.entity.ts';
import type { Page } from '../page.ts';
import type { Context } from '../viewer.ts';
import { changeEmail } from './change-email.ts';
import { changePassword } from './change-password.ts';
import { confirmEmail } from './confirm-email.ts';
import { deleteMe } from './delete-me.ts';
import { exportMe } from './export-me.ts';
import { findMyAudit } from './find-my-audit.ts';
import type { HeldElsewhere } from './held-elsewhere.ts';
import type { Person } from './person.entity.ts';
import {
  ChangeEmailArgs,
  ChangePasswordArgs,
  DeleteMeArgs,
  ExportMeArgs,
  PersonType,
  UpdateMeInput,
} from './person.types.ts';
import { updateMe } from './update-me.ts';

/** What a person does with the own account. */
@Resolver(() => PersonType)
export class AccountResolver {
  constructor(private readonly held: readonly HeldElsewhere[]) {}

  @Mutation(() => PersonType, { description: 'Changes my account. Errors: UNAUTHENTICATED, BAD_USER_INPUT.' })
  updateMe(@Ctx() ctx: Context, @Arg('input') input: UpdateMeInput): Promise<Person> {
    return updateMe(ctx, input);
  }

  @Mutation(() => Boolean, {
    description:
      'Sets a new password. This session goes on; every other one of mine ends, its sockets close with 4403, and the tokens of letters and devices are good no more. A letter says that it happened. Errors: UNAUTHENTICATED, PASSWORD_WRONG, PASSWORD_REFUSED, RATE_LIMITED.',
  })
  async changePassword(@Ctx() ctx: Context, @Args() { current, next }: ChangePasswordArgs): Promise<boolean> {
    await changePassword(ctx, current, next);
    return true;
  }

  @Mutation(() => Boolean, {
    description:
      'Sends a letter with a token for confirmEmail to a new address, within an hour; until then the old one stays. Where the new one has an account already, only the letter says so. Errors: UNAUTHENTICATED, PASSWORD_WRONG, BAD_USER_INPUT, RATE_LIMITED.',
  })
  async changeEmail(@Ctx() ctx: Context, @Args() { email, password }: ChangeEmailArgs): Promise<boolean> {
    await changeEmail(ctx, email, password);
    return true;
  }

  @Mutation(() => Boolean, {
    description:
      'Makes a new address the one of the account, with the token of the letter that went there, once. The old address is told. For whoever has the letter. Errors: TOKEN_INVALID, RATE_LIMITED.',
  })
  async confirmEmail(@Ctx() ctx: Context, @Arg('token') token: string): Promise<boolean> {
    await confirmEmail(ctx, token);
    return true;
  }

  @Query(() => GraphQLJSONObject, {
    description:
      'Everything held about me, as one document: account, second factor, sessions, letters that wait for an answer, what I did that the audit keeps and from which network address, where I work, invites, carts, and orders with their notes, names, phones and addresses. Times are ISO-8601, amounts minor units. Hashes of secrets are not in it. It comes in parts, so that nobody whose ten thousand orders are read at once keeps others waiting: each has up to 500 entries of every list, oldest first, and says the `nextPart`, which is null in the last one. Errors: UNAUTHENTICATED, BAD_USER_INPUT, RATE_LIMITED.',
  })
  exportMe(@Ctx() ctx: Context, @Args() { part }: ExportMeArgs): Promise<Record<string, unknown>> {
    return exportMe(ctx, this.held, part);
  }

  @Query(() => AuditEntryConnection, {
    description:
      'What I did that the audit keeps, in whatever restaurant, newest first unless it is wanted otherwise. Errors: UNAUTHENTICATED, BAD_USER_INPUT.',
  })
  myAuditEntries(@Ctx() ctx: Context, @Args() args: MyAuditArgs): Promise<Page<AuditEntry>> {
    return findMyAudit(ctx, args.query());
  }

  @Mutation(() => Boolean, {
    description: `Erases me: address, name, password, sessions and letters, where I work, invites to me, carts, and of orders the name, phone and address they were for and what I wrote on them. A letter to the address says that it happened; the address is free then.

Kept, because others need it, and without me: orders, which are the restaurant's books (one under way keeps all that and my id until it is completed, rejected or cancelled, because the kitchen needs to know of allergies and the courier where to go); ids in events, for 30 days, so that screens miss nothing; ids and network addresses in the audit, which nobody can change, so that whoever has harmed others does not leave without trace. An id says of nobody who it was.

Errors: UNAUTHENTICATED, PASSWORD_WRONG, LAST_OWNER, FORBIDDEN for an admin of the platform, RATE_LIMITED.`,
  })
  async deleteMe(@Ctx() ctx: Context, @Args() { password }: DeleteMeArgs): Promise<boolean> {
    await deleteMe(ctx, this.held, password);
    return true;
  }
}
