import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  properties: {
    /** Its time is `at`, so a stretch of time is a stretch of ids. */
    id: p.uuid().primary(),
    at: p.datetime(),
    /** The same id finds the request in the log. */
    requestId: p.text(),
    actorKind: p.enum(['person', 'service', 'guest', 'anonymous', 'operator']),
    /** The person, the key or the visit. */
    actorId: p.uuid().strictNullable(),
    /** The right to it came from being an admin of the platform. */
    asAdmin: p.boolean(),
    /** The network address. */
    askedFrom: p.text().strictNullable(),
    field: p.text(),
    /** The restaurant in which it was wanted. */
    stream: p.uuid().strictNullable(),
    /** What it happened to: the first of the subjects of the events that were told. */
    subjectIds: p.array(),
    /** Ids and choices; texts are struck out. */
    arguments: p.json<Struck>(),
    /** `OK`, or the code of the refusal. */
    outcome: p.text(),
  },
  indexes: [
    { name: 'audit_entry_of_stream', properties: ['stream', 'id'] },
    { name: 'audit_entry_of_actor', properties: ['actorId', 'id'] },
    { name: 'audit_entry_of_field', properties: ['field', 'id'] },
    {
      name: 'audit_entry_refused',
      expression: "create index audit_entry_refused on audit_entry (id) where outcome <> 'OK'",
    },
    {
      name: 'audit_entry_refused_in_stream',
      expression:
        "create index audit_entry_refused_in_stream on audit_entry (stream, id) where outcome <> 'OK'",
    },
  ],
  triggers: [
    {
      name: 'is_append_only',
      timing: 'before',
      events: ['update', 'delete'],
      forEach: 'statement',
      body: "raise exception 'audit_entry is append-only';",
    },
  ],
});

/** Who did what to whom, when, from where, and what came of it. The database refuses to change or delete one. */
export class AuditEntry extends schema.class {}

export type Struck = Readonly<Record<string, unknown>>;

schema.setClass(AuditEntry);
