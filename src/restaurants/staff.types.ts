import { Field, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../page.types.ts';
import { UUID } from '../scalars.ts';
import type { RoleChange } from './change-staff-role.ts';
import type { StaffMember } from './find-staff.ts';
import { RoleEnum } from './restaurant.types.ts';
import type { Role } from './role.ts';

@ObjectType('StaffMember', {
  description: 'Somebody who works at the restaurant. Seen by its managers and owners.',
})
export class StaffMemberType implements Omit<StaffMember, 'id'> {
  @Field(() => UUID)
  personId!: string;

  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field({ description: 'When they joined.' })
  createdAt!: Date;
}

export const StaffMemberConnection = connectionOf<StaffMember>(StaffMemberType, 'StaffMember');

@InputType()
export class ChangeStaffRoleInput implements RoleChange {
  @Field(() => UUID)
  restaurantId!: string;

  @Field(() => UUID)
  personId!: string;

  @Field(() => RoleEnum)
  role!: Role;
}
