import {
  ArrayMinSize,
  ArrayUnique,
  IsISO4217CurrencyCode,
  IsTimeZone,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { OneLine } from '../one-line.ts';
import { UUID } from '../scalars.ts';
import { BillRulesInput } from './bill-rules.types.ts';
import type { Fulfilment } from './fulfilment.ts';
import { FulfilmentEnum } from './fulfilment.types.ts';
import { OpeningHoursInput } from './opening-hours.types.ts';
import type { ParsingMode } from './parsing-mode.ts';
import { ParsingModeEnum } from './parsing-mode.types.ts';
import type { Accepting } from './set-accepting-orders.ts';
import type { RestaurantEdit } from './update-restaurant.ts';

const slugRule = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const slugMessage = { message: 'slug must be of a-z, 0-9 and single hyphens' };
const capitals = { message: 'currency must be in capitals' };
const localeRule = {
  name: 'isLocale',
  validator: { validate: isLocale, defaultMessage: () => 'locale must be a BCP 47 tag' },
};

/** By Intl itself, because it is what formats amounts later. */
function isLocale(value: unknown): boolean {
  try {
    return Intl.getCanonicalLocales(value as string).length === 1;
  } catch {
    return false;
  }
}

@InputType()
export class CreateRestaurantInput {
  @Field({ description: '3 to 60 of a-z, 0-9 and single hyphens.' })
  @Length(3, 60)
  @Matches(slugRule, slugMessage)
  slug!: string;

  @Field({ description: '1 to 100 characters in one line.' })
  @OneLine(1, 100)
  title!: string;

  @Field({ description: 'ISO 4217, for example EUR.' })
  @IsISO4217CurrencyCode()
  @Matches(/^[A-Z]+$/, capitals)
  currency!: string;

  @Field({ description: 'IANA, for example Europe/Madrid.' })
  @IsTimeZone()
  timeZone!: string;

  @Field({ description: 'BCP 47, for example en-GB.' })
  @ValidateBy(localeRule)
  @MaxLength(35)
  locale!: string;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateRestaurantInput extends BillRulesInput {
  @Field({
    nullable: true,
    description:
      '3 to 60 of a-z, 0-9 and single hyphens. The one before goes on leading here, and no other restaurant gets it. 20 at most in all.',
  })
  @Length(3, 60)
  @Matches(slugRule, slugMessage)
  slug?: string;

  @Field({ nullable: true, description: '1 to 100 characters in one line.' })
  @OneLine(1, 100)
  title?: string;

  @Field({
    nullable: true,
    description: 'ISO 4217. Only while there is neither a dish nor a modifier with a price nor an order.',
  })
  @IsISO4217CurrencyCode()
  @Matches(/^[A-Z]+$/, capitals)
  currency?: string;

  @Field({
    nullable: true,
    description:
      "IANA. Not while it would lead back to a day whose orders have been numbered: then tomorrow's.",
  })
  @IsTimeZone()
  timeZone?: string;

  @Field({ nullable: true, description: 'BCP 47.' })
  @ValidateBy(localeRule)
  @MaxLength(35)
  locale?: string;

  @Field({ nullable: true })
  autoAccept?: boolean;

  @Field(() => [FulfilmentEnum], { nullable: true, description: 'At least one.' })
  @ArrayMinSize(1)
  @ArrayUnique()
  fulfilments?: Fulfilment[];

  @Field(() => Int, {
    nullable: true,
    description:
      '1 to 1,000 unfinished orders that are wanted within one quarter of an hour; staff enter theirs all the same. Null: as many as come.',
  })
  @Min(1)
  @Max(1_000)
  ordersPerQuarterHour?: number | null;

  @Field({
    nullable: true,
    description:
      "HH:MM, 00:00 to 12:00. Not while it would lead back to a day whose orders have been numbered: then tomorrow's.",
  })
  @Matches(/^(0\d|1[01]):[0-5]\d$|^12:00$/, { message: 'dayStartsAt must be HH:MM, 00:00 to 12:00' })
  dayStartsAt?: string;

  @Field(() => ParsingModeEnum, { nullable: true })
  parsingMode?: ParsingMode;

  @Field(() => OpeningHoursInput, {
    nullable: true,
    description: 'All of them, in place of those before. Null: open at all hours.',
  })
  @ValidateNested()
  openingHours?: OpeningHoursInput | null;

  /** Only what was given. Null says "none" for the hours and the limit, and nothing for the rest. */
  edit(): RestaurantEdit {
    const { openingHours, ordersPerQuarterHour, ...rest } = this;
    const given = Object.entries(rest).filter(([, value]) => value != null);
    const hours = openingHours === undefined ? {} : { openingHours: openingHours?.hours() ?? null };
    const limit = ordersPerQuarterHour === undefined ? {} : { ordersPerQuarterHour };
    return { ...Object.fromEntries(given), ...hours, ...limit };
  }
}

@InputType()
export class SetAcceptingOrdersInput implements Accepting {
  @Field(() => UUID)
  restaurantId!: string;

  @Field()
  accepting!: boolean;

  @Field(() => String, { nullable: true, description: 'For guests to read; up to 200 characters.' })
  @MaxLength(200)
  reason?: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it accepts orders again by itself, within 366 days; left out: when somebody says so.',
  })
  until?: Date | null;
}

@InputType()
export class CreateTableInput {
  @Field(() => UUID)
  restaurantId!: string;

  @Field({ description: '1 to 50 characters in one line, and not the name of another table in use.' })
  @OneLine(1, 50)
  name!: string;
}

@InputType()
export class RenameTableInput {
  @Field(() => UUID)
  tableId!: string;

  @Field({ description: '1 to 50 characters in one line, and not the name of another table in use.' })
  @OneLine(1, 50)
  name!: string;
}
