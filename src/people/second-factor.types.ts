import { MaxLength } from 'class-validator';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { FactorState } from './find-second-factor.ts';
import { TypedPassword } from './typed-password.ts';

@ObjectType('SecondFactor', { description: 'An app that makes codes, asked for beside the password.' })
export class SecondFactorType implements FactorState {
  @Field()
  since!: Date;

  @Field(() => Int, { description: 'Of ten. Disable it and set it up again for new ones.' })
  recoveryCodesLeft!: number;
}

@ObjectType({ description: 'What an authenticator app needs. Shown once.' })
export class BegunSecondFactor {
  @Field({ description: 'Base32, to type.' })
  secret!: string;

  @Field({ description: 'otpauth://totp/…: six digits, every 30 seconds.' })
  uri!: string;

  @Field({ description: 'The URI as a QR code, an SVG document.' })
  qrSvg!: string;
}

@ArgsType()
export class DisableSecondFactorArgs {
  @Field()
  @TypedPassword()
  password!: string;

  @Field(() => String, { nullable: true, description: 'Of the app, or a recovery code.' })
  @MaxLength(40)
  code?: string | null;
}
