import { ArrayUnique, Length, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, OrderBy, type Ordering, orderInputOf, PageArgsType } from '../page.types.ts';
import { UUID } from '../scalars.ts';
import type { RoleChange } from './change-staff-role.ts';
import type { StaffMember, StaffQuery } from './find-staff.ts';
import { RoleEnum } from './restaurant.types.ts';
import type { Role } from './role.ts';
import type { StaffFilter } from './staff-filter.ts';
import type { StaffSort } from './staff-keys.ts';

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

@InputType({ description: 'What is said holds all together; what is left out does not matter.' })
export class StaffFilterInput implements StaffFilter {
  @Field(() => [RoleEnum], { nullable: true, description: 'In one of these.' })
  @ArrayUnique()
  role?: Role[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A part of the name, whatever the accents and capitals, or of the e-mail address. 1 to 100 characters.',
  })
  @Length(1, 100)
  text?: string | null;
}

const StaffSortEnum = { NAME: 'NAME', ROLE: 'ROLE', SINCE: 'SINCE' } as const satisfies {
  [S in StaffSort]: S;
};

registerEnumType(StaffSortEnum, {
  name: 'StaffSort',
  valuesConfig: {
    NAME: { description: 'By the alphabet, whatever the accents and capitals.' },
    ROLE: { description: 'OWNER, MANAGER, KITCHEN, FLOOR, COURIER.' },
    SINCE: { description: 'When they joined.' },
  },
});

const StaffOrderInput = orderInputOf(StaffSortEnum, 'StaffOrderInput');

@ArgsType()
export class StaffArgs extends PageArgsType {
  @Field(() => UUID)
  restaurantId!: string;

  @Field(() => StaffFilterInput, { nullable: true })
  @ValidateNested()
  filter?: StaffFilterInput | null;

  @OrderBy(StaffOrderInput, 3, 'Whoever came last first')
  orderBy?: Ordering<StaffSort>[] | null;

  query(): StaffQuery {
    return { filter: this.filter ?? {}, orderBy: this.orderBy ?? [], page: this };
  }
}

@InputType()
export class ChangeStaffRoleInput implements RoleChange {
  @Field(() => UUID)
  restaurantId!: string;

  @Field(() => UUID)
  personId!: string;

  @Field(() => RoleEnum)
  role!: Role;
}
