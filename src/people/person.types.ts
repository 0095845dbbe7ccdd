import { IsEmail, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { OneLine } from '../one-line.ts';
import { UUID } from '../scalars.ts';
import type { Person } from './person.entity.ts';
import { TypedPassword } from './typed-password.ts';

const passwordRules =
  'Normalised to NFKC. 8 to 128 characters, not one that everybody tries first, neither the e-mail address nor the part before its @.';

@ObjectType('Person', { description: 'An account, as its owner sees it.' })
export class PersonType implements Pick<Person, 'id' | 'email' | 'name' | 'createdAt'> {
  @Field(() => UUID)
  id!: string;

  @Field()
  email!: string;

  @Field()
  name!: string;

  @Field()
  createdAt!: Date;
}

@InputType()
export class RegisterInput {
  @Field({ description: 'Compared without regard to case.' })
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @Field({ description: '1 to 100 characters in one line.' })
  @OneLine(1, 100)
  name!: string;

  @Field({ description: passwordRules })
  password!: string;
}

@ArgsType()
export class AddressArgs {
  @Field({ description: 'Compared without regard to case.' })
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

@ArgsType()
export class ResetPasswordArgs {
  @Field({ description: 'From the letter.' })
  token!: string;

  @Field({ description: passwordRules })
  password!: string;
}

@ArgsType()
export class ChangePasswordArgs {
  @Field({ description: 'The password now.' })
  @TypedPassword()
  current!: string;

  @Field({ description: passwordRules })
  next!: string;
}

@ArgsType()
export class ChangeEmailArgs extends AddressArgs {
  @Field({ description: 'The password now.' })
  @TypedPassword()
  password!: string;
}

@InputType()
export class UpdateMeInput {
  @Field({ description: '1 to 100 characters in one line.' })
  @OneLine(1, 100)
  name!: string;
}

@ArgsType()
export class ExportMeArgs {
  @Field(() => Int, { defaultValue: 1, description: '1 to 10,000.' })
  @Min(1)
  @Max(10_000)
  part!: number;
}

@ArgsType()
export class DeleteMeArgs {
  @Field({ description: 'The password now.' })
  @TypedPassword()
  password!: string;
}

@InputType()
export class SignInInput {
  @Field()
  @MaxLength(254)
  email!: string;

  @Field()
  @TypedPassword()
  password!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What signIn, verifyEmail or resetPassword gave this device the last time: then strangers who guess do not slow it down.',
  })
  @MaxLength(2_000)
  deviceToken?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of the second factor, for who has one: of the app, or a recovery code.',
  })
  @MaxLength(40)
  code?: string | null;
}

@ObjectType({ description: 'The tokens of one session. Keep them as you would a password.' })
export class SessionTokens {
  @Field({ description: 'Goes into the header `Authorization: Bearer …`; good for 15 minutes.' })
  accessToken!: string;

  @Field()
  accessExpiresAt!: Date;

  @Field({ description: 'Exchanged once, by refreshSession, for new tokens; good for 30 days.' })
  refreshToken!: string;

  @Field()
  refreshExpiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'Opens nothing; kept on the device, also when the session ends, and shown to signIn the next time. Good for a year, or until the password changes or everything is signed out. Null from refreshSession.',
  })
  deviceToken!: string | null;

  @Field(() => PersonType)
  person!: PersonType;
}

@ObjectType({ description: 'A device on which the mail of an account was read.' })
export class KnownDevice {
  @Field({
    description:
      'Opens nothing; shown to signIn it keeps strangers who guess from slowing this device down, however long they go on. Good for a year, or until the password changes.',
  })
  deviceToken!: string;
}

@ObjectType({ description: 'What a token is worth at this moment.' })
export class TokenStatus {
  @Field({ description: 'False: broken, expired, or its session or visit has ended.' })
  valid!: boolean;

  @Field(() => Date, { nullable: true, description: 'Null when it is not valid.' })
  expiresAt!: Date | null;
}

@ObjectType({ description: 'A connection that goes on.' })
export class ConnectionRenewal {
  @Field(() => Date, {
    nullable: true,
    description: 'When the socket closes with 4401 unless it is renewed again.',
  })
  expiresAt!: Date | null;
}
