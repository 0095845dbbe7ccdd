import { IsEmail, MaxLength } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { Invite } from './invite.entity.ts';
import type { WantedStaff } from './invite-staff.ts';
import { RoleEnum } from './restaurant.types.ts';
import type { Role } from './role.ts';

@ObjectType('Invite', {
  description:
    'A role that is offered to an address. Seen by managers and owners; the token is in the letter alone. Deleted 30 days after it has expired.',
})
export class InviteType
  implements Pick<Invite, 'id' | 'email' | 'role' | 'sentAt' | 'expiresAt' | 'acceptedAt' | 'revokedAt'>
{
  @Field(() => UUID)
  id!: string;

  @Field()
  email!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field({ description: 'When its last letter was written.' })
  sentAt!: Date;

  @Field({ description: '7 days after that: nobody accepts it any more unless it is sent again.' })
  expiresAt!: Date;

  @Field(() => Date, { nullable: true })
  acceptedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Taken back, replaced by a newer one, or gone with whoever sent it.',
  })
  revokedAt!: Date | null;
}

@InputType()
export class InviteStaffInput implements WantedStaff {
  @Field(() => UUID)
  restaurantId!: string;

  @Field({ description: 'Compared without regard to case. Nobody who works here.' })
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @Field(() => RoleEnum, { description: 'One that I manage.' })
  role!: Role;
}

@ObjectType()
export class InviteStaffPayload {
  @Field(() => InviteType)
  invite!: InviteType;

  @Field({ description: 'True when this key had made it before; no second letter goes out.' })
  replayed!: boolean;
}
