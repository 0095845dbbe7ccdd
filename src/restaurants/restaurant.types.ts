import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UUID } from '../scalars.ts';
import { BillRulesType } from './bill-rules.types.ts';
import type { Fulfilment } from './fulfilment.ts';
import { FulfilmentEnum } from './fulfilment.types.ts';
import type { OpeningHours } from './opening-hours.ts';
import { OpeningHoursType } from './opening-hours.types.ts';
import type { QrCode } from './qr-code.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { type Role, roles } from './role.ts';
import type { Table } from './table.entity.ts';
import type { Visit } from './visit.entity.ts';

export const RoleEnum = Object.fromEntries(roles.map((role) => [role, role])) as { [R in Role]: R };

registerEnumType(RoleEnum, {
  name: 'Role',
  description:
    'What a person does in a restaurant. It comes by creating the restaurant, by accepting an invite, and from those who manage the role: owners manage every role, managers KITCHEN, FLOOR and COURIER. Nobody raises themselves.',
});

@ObjectType('Restaurant')
export class RestaurantType
  extends BillRulesType
  implements
    Pick<
      Restaurant,
      | 'id'
      | 'slug'
      | 'title'
      | 'currency'
      | 'timeZone'
      | 'locale'
      | 'version'
      | 'autoAccept'
      | 'fulfilments'
      | 'ordersPerQuarterHour'
      | 'dayStartsAt'
      | 'archivedAt'
      | 'suspendedAt'
    >
{
  @Field(() => UUID)
  id!: string;

  @Field({ description: 'Its name in links and QR codes. Those with a slug that it had lead to it too.' })
  slug!: string;

  @Field()
  title!: string;

  @Field({ description: 'ISO 4217; every amount of this restaurant is in it.' })
  currency!: string;

  @Field({ description: 'IANA; business days and opening hours follow it.' })
  timeZone!: string;

  @Field({ description: 'BCP 47; amounts are formatted for it.' })
  locale!: string;

  @Field(() => Int, { description: 'Raised by updateRestaurant, which wants the one that was seen.' })
  version!: number;

  @Field({ description: 'Whether orders are accepted as they are placed, without anybody looking.' })
  autoAccept!: boolean;

  @Field(() => [FulfilmentEnum], { description: 'How it hands orders over.' })
  fulfilments!: readonly Fulfilment[];

  @Field(() => Int, {
    nullable: true,
    description:
      'So many unfinished orders at most that are wanted within one quarter of an hour. Null: as many as come.',
  })
  ordersPerQuarterHour!: number | null;

  @Field({
    description:
      'HH:MM by the clock on the wall, when a business day begins: what is ordered before belongs to the day before.',
  })
  dayStartsAt!: string;

  @Field(() => OpeningHoursType, { nullable: true, description: 'Null: open at all hours.' })
  openingHours!: OpeningHours | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Null: it goes on. Archived it is found by its owners alone, in myRestaurants.',
  })
  archivedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'By the platform; null for everybody who is not an admin of it.',
  })
  suspendedAt!: Date | null;
}

@ObjectType()
export class CreateRestaurantPayload {
  @Field(() => RestaurantType)
  restaurant!: RestaurantType;

  @Field({ description: 'True when this key had made it before.' })
  replayed!: boolean;
}

@ObjectType('QrCode', {
  description: 'A code to print: of a table, or of the counter.',
  simpleResolvers: true,
})
export class QrCodeType implements QrCode {
  @Field({ description: 'Where the code leads.' })
  url!: string;

  @Field({ description: 'The code as an SVG image at a URL, for whoever knows the code.' })
  svgUrl!: string;

  @Field({
    description: 'The same as PNG, of 512 pixels on each side; `?size=` 128 to 1024 asks for others.',
  })
  pngUrl!: string;

  @Field(() => String, { description: 'The code as an SVG document.' })
  svg!: () => Promise<string>;

  @Field(() => String, { description: 'The code as a PNG of 512 pixels on each side, in a `data:` URL.' })
  png!: () => Promise<string>;
}

@ObjectType({
  description: "A table's code. Seen by the floor, managers and owners.",
  simpleResolvers: true,
})
export class TableQrType extends QrCodeType {}

@ObjectType('Table', { description: 'A place with a QR code.' })
export class TableType implements Pick<Table, 'id' | 'name' | 'archivedAt'> {
  @Field(() => UUID)
  id!: string;

  @Field({ description: 'No other table in use has it, in capitals or not.' })
  name!: string;

  @Field(() => Date, { nullable: true, description: 'Null: it is in use.' })
  archivedAt!: Date | null;
}

@ObjectType()
export class CreateTablePayload {
  @Field(() => TableType)
  table!: TableType;

  @Field({ description: 'True when this key had made it before.' })
  replayed!: boolean;
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
