import { IsISO4217CurrencyCode, IsTimeZone, Length, Matches, MaxLength, ValidateBy } from 'class-validator';
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { StaffMember } from './find-staff.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { type Role, roles } from './role.ts';
import type { Table } from './table.entity.ts';
import type { Visit } from './visit.entity.ts';

export const RoleEnum = Object.fromEntries(roles.map((role) => [role, role])) as { [R in Role]: R };

registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What a person does in a restaurant. No client field sets it.',
});

@ObjectType('Restaurant')
export class RestaurantType
  implements Pick<Restaurant, 'id' | 'slug' | 'title' | 'currency' | 'timeZone' | 'locale'>
{
  @Field(() => UUID)
  id!: string;

  @Field({ description: 'Its name in links and QR codes.' })
  slug!: string;

  @Field()
  title!: string;

  @Field({ description: 'ISO 4217; every amount of this restaurant is in it.' })
  currency!: string;

  @Field({ description: 'IANA; business days follow it.' })
  timeZone!: string;

  @Field({ description: 'BCP 47; amounts are formatted for it.' })
  locale!: string;
}

@InputType()
export class CreateRestaurantInput {
  @Field({ description: '3 to 60 of a-z, 0-9 and single hyphens.' })
  @Length(3, 60)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'slug must be of a-z, 0-9 and single hyphens' })
  slug!: string;

  @Field({ description: '1 to 100 characters.' })
  @Length(1, 100)
  title!: string;

  @Field({ description: 'ISO 4217, for example EUR.' })
  @IsISO4217CurrencyCode()
  @Matches(/^[A-Z]+$/, { message: 'currency must be in capitals' })
  currency!: string;

  @Field({ description: 'IANA, for example Europe/Madrid.' })
  @IsTimeZone()
  timeZone!: string;

  @Field({ description: 'BCP 47, for example en-GB.' })
  @ValidateBy({
    name: 'isLocale',
    validator: { validate: isLocale, defaultMessage: () => 'locale must be a BCP 47 tag' },
  })
  @MaxLength(35)
  locale!: string;
}

/** By Intl itself, because it is what formats amounts later. */
function isLocale(value: unknown): boolean {
  try {
    return Intl.getCanonicalLocales(value as string).length === 1;
  } catch {
    return false;
  }
}

@ObjectType()
export class CreateRestaurantPayload {
  @Field(() => RestaurantType)
  restaurant!: RestaurantType;

  @Field({ description: 'True when this key had made it before.' })
  replayed!: boolean;
}

@ObjectType('StaffMember', {
  description: 'Somebody who works at the restaurant. Seen by its managers and owners.',
})
export class StaffMemberType implements StaffMember {
  @Field(() => UUID)
  personId!: string;

  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field(() => RoleEnum)
  role!: Role;
}

@ObjectType({ description: 'A code to print. Seen by the floor, managers and owners.' })
export class TableQrType {
  @Field({ description: 'Where the code leads.' })
  url!: string;

  @Field({ description: 'The code as an SVG document.' })
  svg!: string;
}

@ObjectType('Table', { description: 'A place with a QR code.' })
export class TableType implements Pick<Table, 'id' | 'name'> {
  @Field(() => UUID)
  id!: string;

  @Field()
  name!: string;
}

@ObjectType()
export class CreateTablePayload {
  @Field(() => TableType)
  table!: TableType;

  @Field({ description: 'True when this key had made it before.' })
  replayed!: boolean;
}

@InputType()
export class CreateTableInput {
  @Field(() => UUID)
  restaurantId!: string;

  @Field({ description: '1 to 50 characters.' })
  @Length(1, 50)
  name!: string;
}

@ObjectType({ description: 'A visit that has just begun. The token is shown once.' })
export class StartVisitPayload {
  @Field(() => UUID)
  visitId!: Visit['id'];

  @Field({ description: 'Goes into the header `Comanda-Visit`, or alone into `Authorization: Bearer …`.' })
  visitToken!: string;

  @Field({ description: 'When the token dies; the visit may end before.' })
  expiresAt!: Date;

  @Field(() => RestaurantType)
  restaurant!: RestaurantType;

  @Field(() => TableType, { nullable: true, description: 'Null: for pickup.' })
  table!: TableType | null;
}
