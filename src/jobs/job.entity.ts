import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Job',
  tableName: 'job',
  properties: {
    id: p.uuid().primary(),
    /** Which handler does it: `mail`. */
    kind: p.text(),
    /** What the handler needs. Whatever is secret or personal in it is sealed. */
    payload: p.json<JobPayload>(),
    runAt: p.datetime().index('job_run_at'),
    /** How often it has been begun. */
    attempts: p.integer(),
    /** Somebody is at it until then; later, whoever had it has died. */
    claimedUntil: p.datetime().strictNullable(),
    createdAt: p.datetime(),
    /** Why the last attempt failed: a code, never a message, because those quote addresses. */
    lastError: p.text().strictNullable(),
    /** Given up: nobody tries any more. */
    deadAt: p.datetime().strictNullable(),
  },
});

/** Work that was decided in a transaction and is done after it. */
export class Job extends schema.class {}

export type JobPayload = Readonly<Record<string, string | number | boolean | null>>;

schema.setClass(Job);
