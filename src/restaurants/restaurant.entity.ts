import { defineEntity, p } from '@mikro-orm/core';
import { type AdditionsUntil, additionsUntil } from './additions-until.ts';
import type { Fulfilment } from './fulfilment.ts';
import type { OpeningHours } from './opening-hours.ts';
import { type ParsingMode, parsingModes } from './parsing-mode.ts';
import type { Preparation } from './preparation.ts';
import type { TaxClass } from './tax-class.ts';

const schema = defineEntity({
  name: 'Restaurant',
  tableName: 'restaurant',
  properties: {
    id: p.uuid().primary(),
    /** Which one it goes by now; that no other has or had it stands in RestaurantSlug. */
    slug: p.text().index('restaurant_current_slug'),
    title: p.text(),
    /** ISO 4217. */
    currency: p.text(),
    /** IANA; business days follow it. */
    timeZone: p.text(),
    /** BCP 47. */
    locale: p.text(),
    /** Of what updateRestaurant changes; the switch and the archive do not raise it. */
    version: p.integer().default(1),
    /** The standard rate; the classes are beside it. */
    taxPerMillion: p.integer().default(0),
    taxClasses: p.json<readonly TaxClass[]>().defaultRaw(`'[]'`),
    pricesIncludeTax: p.boolean().default(true),
    servicePerMillion: p.integer().default(0),
    serviceDineInOnly: p.boolean().default(true),
    tipsAllowed: p.boolean().default(true),
    autoAccept: p.boolean().default(false),
    /** As long as an order has not gone beyond this status, more is added to it. */
    additionsUntil: p.enum(additionsUntil).$type<AdditionsUntil>().default('PREPARING'),
    /** Owners, and admins of the platform, act here only with a second factor. */
    secondFactorRequired: p.boolean().default(false),
    /** Whoever runs it may bring orders too, who are no couriers. */
    selfAssignment: p.boolean().default(false),
    /** Who reads what guests order in their own words. */
    parsingMode: p.enum(parsingModes).$type<ParsingMode>().default('IN_PROCESS'),
    /** Null: open whenever it accepts orders. */
    openingHours: p.json<OpeningHours>().strictNullable(),
    fulfilments: p.array().$type<readonly Fulfilment[]>().default(['DINE_IN', 'PICKUP']),
    /** Null: as many as come. */
    ordersPerQuarterHour: p.integer().strictNullable(),
    /** HH:MM by the clock on the wall: what is ordered before belongs to the day before. */
    dayStartsAt: p.text().default('00:00'),
    /** Null: it accepts orders. */
    pausedAt: p.datetime().strictNullable(),
    /** When the pause ends by itself. Null: when somebody ends it. */
    pausedUntil: p.datetime().strictNullable(),
    pauseReason: p.text().strictNullable(),
    /** Counted anew every hour. Null: nothing was ready in the last weeks. */
    preparation: p.json<Preparation>().strictNullable(),
    createdAt: p.datetime(),
    archivedAt: p.datetime().strictNullable(),
    /** By the platform: it exists for nobody else until that is lifted. */
    suspendedAt: p.datetime().strictNullable(),
  },
});

/** The tenant: everything else belongs to exactly one. */
export class Restaurant extends schema.class {
  /** Why and until when it accepts no orders at a moment, or null. */
  pauseAt(at: Date): Pause | null {
    const { pausedAt, pausedUntil, pauseReason } = this;
    if (!pausedAt || (pausedUntil && pausedUntil <= at)) return null;
    return { reason: pauseReason, until: pausedUntil };
  }
}

export interface Pause {
  /** For guests to read. */
  readonly reason: string | null;
  readonly until: Date | null;
}

schema.setClass(Restaurant);
