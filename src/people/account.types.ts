import { Length } from 'class-validator';
import { ArgsType, Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../page.types.ts';
import { UUID } from '../scalars.ts';
import type { Person } from './person.entity.ts';

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

@ArgsType()
export class SearchArgs {
  @Field(() => String, {
    nullable: true,
    description: 'A part of the name or of the e-mail address, 2 to 100 characters, whatever their case.',
  })
  @Length(2, 100)
  search?: string | null;
}
