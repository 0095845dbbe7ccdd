import { Length, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, OrderBy, type Ordering, orderInputOf, PageArgsType } from '../page.types.ts';
import { UUID } from '../scalars.ts';
import type { PersonQuery } from './find-people.ts';
import type { Person } from './person.entity.ts';
import type { PersonFilter } from './person-filter.ts';
import type { PersonSort } from './person-keys.ts';

@ObjectType('Account', { description: 'An account, as admins of the platform see it.' })
export class AccountType
  implements Pick<Person, 'id' | 'email' | 'name' | 'createdAt' | 'verifiedAt' | 'admin' | 'suspendedAt'>
{
  @Field(() => UUID)
  id!: string;

  @Field()
  email!: string;

  @Field()
  name!: string;

  @Field()
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Null: nobody can sign in with it yet.' })
  verifiedAt!: Date | null;

  @Field({ description: 'Of the platform.' })
  admin!: boolean;

  @Field(() => Date, { nullable: true })
  suspendedAt!: Date | null;
}

export const AccountConnection = connectionOf<Person>(AccountType, 'Account');

@InputType({ description: 'What is said holds all together; what is left out does not matter.' })
export class AccountFilterInput implements PersonFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'A part of the name, whatever the accents and capitals, or of the e-mail address. 2 to 100 characters.',
  })
  @Length(2, 100)
  text?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the address is proven.' })
  verified?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  suspended?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Of the platform.' })
  admin?: boolean | null;

  @Field(() => Date, { nullable: true, description: 'At this moment or later.' })
  createdFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this moment.' })
  createdTo?: Date | null;
}

const AccountSortEnum = {
  NAME: 'NAME',
  EMAIL: 'EMAIL',
  CREATED_AT: 'CREATED_AT',
} as const satisfies { [S in PersonSort]: S };

registerEnumType(AccountSortEnum, {
  name: 'AccountSort',
  valuesConfig: { NAME: { description: 'By the alphabet, whatever the accents and capitals.' } },
});

const AccountOrderInput = orderInputOf(AccountSortEnum, 'AccountOrderInput');

@ArgsType()
export class PeopleArgs extends PageArgsType {
  @Field(() => String, { nullable: true, deprecationReason: 'Say it in the filter, as `text`.' })
  @Length(2, 100)
  search?: string | null;

  @Field(() => AccountFilterInput, { nullable: true })
  @ValidateNested()
  filter?: AccountFilterInput | null;

  @OrderBy(AccountOrderInput, 3, 'The latest first')
  orderBy?: Ordering<PersonSort>[] | null;

  query(): PersonQuery {
    const text = this.filter?.text ?? this.search ?? null;
    return { filter: { ...this.filter, text }, orderBy: this.orderBy ?? [], page: this };
  }
}
