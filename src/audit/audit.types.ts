import { ArrayUnique, Length, ValidateNested } from 'class-validator';
import { GraphQLJSONObject } from 'graphql-scalars';
import { ArgsType, Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { ErrorCodeEnum } from '../errors.types.ts';
import { connectionOf, OrderBy, type Ordering, orderInputOf, PageArgsType } from '../page.types.ts';
import { UUID } from '../scalars.ts';
import type { AuditEntry, Struck } from './audit-entry.entity.ts';
import type { AuditFilter, Outcome } from './entry-filter.ts';
import type { AuditQuery } from './list-entries.ts';

export const ActorEnum: Record<string, AuditEntry['actorKind']> = {
  PERSON: 'person',
  KEY: 'service',
  GUEST: 'guest',
  NOBODY: 'anonymous',
  OPERATOR: 'operator',
};

registerEnumType(ActorEnum, {
  name: 'AuditActor',
  description: 'What kind of somebody did it.',
  valuesConfig: {
    KEY: { description: 'A program with an API key.' },
    NOBODY: { description: 'Without a token, or by one that was mailed.' },
    OPERATOR: { description: 'Whoever runs the server, by one of its commands.' },
  },
});

@ObjectType('AuditEntry', {
  description:
    'Who did what to whom, when, from where, with which arguments, and what came of it. Written in the same transaction as the ' +
    'change; refusals of people and keys that have a right there at all are written too, of others some an hour. What an admin of the ' +
    'platform reads by that right is kept as well: accounts, the audit, and what lies within a restaurant. What guests and customers do for themselves, and what kitchen and floor ' +
    'do all day, is not kept, unless an admin of the platform does it. Kept for good: the database refuses to change or delete an ' +
    'entry, because one that may go proves nothing. It holds ids, choices and a network address, never a name or another text, so it ' +
    'names nobody once an account is erased.',
})
export class AuditEntryType
  implements
    Pick<
      AuditEntry,
      'id' | 'at' | 'requestId' | 'actorKind' | 'actorId' | 'asAdmin' | 'askedFrom' | 'field' | 'outcome'
    >
{
  @Field(() => UUID)
  id!: string;

  @Field()
  at!: Date;

  @Field({ description: "The answer's `requestId`; the log has it too." })
  requestId!: string;

  @Field(() => ActorEnum)
  actorKind!: AuditEntry['actorKind'];

  @Field(() => UUID, { nullable: true, description: 'The person, the key or the visit.' })
  actorId!: string | null;

  @Field({
    description: 'It took the rights of an admin of the platform: of their own they had not had them.',
  })
  asAdmin!: boolean;

  @Field(() => String, { nullable: true, description: 'The network address. Null: a command on the server.' })
  askedFrom!: string | null;

  @Field({ description: 'The mutation, or the command. What an admin read: `people`, `Restaurant.orders`.' })
  field!: string;

  @Field(() => UUID, { name: 'restaurantId', nullable: true, description: 'The restaurant it was about.' })
  stream!: string | null;

  @Field(() => [UUID], {
    description: 'What it happened to, the first ten: a person, a key, a table. Empty when it was refused.',
  })
  subjectIds!: string[];

  @Field(() => GraphQLJSONObject, { description: 'Ids, choices, numbers and times; every text is `***`.' })
  arguments!: Struck;

  @Field({ description: 'OK, or the code of the refusal.' })
  outcome!: string;
}

export const AuditEntryConnection = connectionOf<AuditEntry>(AuditEntryType, 'AuditEntry');

const OutcomeEnum: Readonly<Record<string, Outcome>> = { OK: 'OK', ...ErrorCodeEnum };

registerEnumType(OutcomeEnum, { name: 'AuditOutcome', description: 'OK, or the code of the refusal.' });

@InputType({ description: 'What is said holds all together; what is left out does not matter.' })
export class MyAuditFilterInput implements AuditFilter {
  @Field(() => String, { nullable: true, description: 'One mutation: revokeApiKey.' })
  @Length(1, 100)
  field?: string | null;

  @Field(() => [OutcomeEnum], { nullable: true, description: 'One of these came of it.' })
  @ArrayUnique()
  outcome?: Outcome[] | null;

  @Field(() => Date, { nullable: true, description: 'From then on.' })
  since?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before then.' })
  until?: Date | null;
}

@InputType({ description: 'What is said holds all together; what is left out does not matter.' })
export class AuditFilterInput extends MyAuditFilterInput {
  @Field(() => UUID, { nullable: true, description: 'The person, key or visit that did it.' })
  actorId?: string | null;

  @Field(() => [ActorEnum], { nullable: true, description: 'One of these did it.' })
  @ArrayUnique()
  actorKind?: AuditEntry['actorKind'][] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it took the rights of an admin of the platform.',
  })
  asAdmin?: boolean | null;
}

const AuditSortEnum = { AT: 'AT' } as const;

registerEnumType(AuditSortEnum, { name: 'AuditSort' });

const AuditOrderInput = orderInputOf(AuditSortEnum, 'AuditOrderInput');

@ArgsType()
class OrderedArgs extends PageArgsType {
  @OrderBy(AuditOrderInput, 1, 'Newest first')
  orderBy?: Ordering<'AT'>[] | null;
}

@ArgsType()
export class MyAuditArgs extends OrderedArgs {
  @Field(() => MyAuditFilterInput, { nullable: true })
  @ValidateNested()
  filter?: MyAuditFilterInput | null;

  query(): AuditQuery {
    return { filter: this.filter ?? {}, orderBy: this.orderBy ?? [], page: this };
  }
}

@ArgsType()
export class AuditArgs extends OrderedArgs {
  @Field(() => AuditFilterInput, { nullable: true })
  @ValidateNested()
  filter?: AuditFilterInput | null;

  query(): AuditQuery {
    return { filter: this.filter ?? {}, orderBy: this.orderBy ?? [], page: this };
  }
}
