import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Event',
  tableName: 'event',
  properties: {
    stream: p.uuid().primary(),
    /** 1, 2, 3 … within the stream, in commit order, without gaps. */
    number: p.bigint('number').primary(),
    /** The first word of its kind: `order` of `order.placed`. */
    topic: p.text(),
    kind: p.text(),
    /** What it happened to. */
    subject: p.uuid(),
    /** Ids and facts; never names, addresses, phones, notes or free text. */
    data: p.json<EventData>(),
    /** The number of the event before it with this topic, or 0. */
    previous: p.bigint('number'),
    /** The number of the event before it with this topic and subject, or 0. */
    subjectPrevious: p.bigint('number'),
    at: p.datetime(),
    /** As whom it was done: a person, a program's key, a guest's visit. Null: by the house itself. */
    actorKind: p.text().$type<ActorKind>().strictNullable(),
    actorId: p.uuid().strictNullable(),
  },
  indexes: [
    { name: 'event_of_topic', properties: ['stream', 'topic', 'number'] },
    { name: 'event_at', properties: ['at'], type: 'brin' },
    { name: 'event_of_subject', properties: ['stream', 'topic', 'subject', 'number'] },
  ],
});

/** One thing that happened. Never changed. */
export class Event extends schema.class {}

export type ActorKind = 'person' | 'service' | 'guest';

/** As whom something was done. */
export interface Actor {
  readonly actorKind: ActorKind | null;
  readonly actorId: string | null;
}

export type EventData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

schema.setClass(Event);
