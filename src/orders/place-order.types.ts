import { Matches, MaxLength, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { OneLine } from '../one-line.ts';
import type { Fulfilment } from '../restaurants/fulfilment.ts';
import { FulfilmentEnum } from '../restaurants/fulfilment.types.ts';
import { IdempotencyKey, UUID } from '../scalars.ts';
import type { Address } from './order.entity.ts';
import { OrderType } from './order.types.ts';
import type { Placement, Placing } from './place-order.ts';

const phoneRule = /^\+?[\d ()./-]{5,30}$/;
const phoneMessage = { message: 'phone must be 5 to 30 digits, spaces or any of + ( ) . / -' };

@InputType()
export class AddressInput implements Address {
  @Field({ description: 'With the number of the house; 1 to 200 characters in one line.' })
  @OneLine(1, 200)
  street!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Floor, door, bell; up to 200 characters in one line.',
  })
  @OneLine(0, 200)
  details!: string | null;

  @Field(() => String, { nullable: true, description: 'Up to 20 characters in one line.' })
  @OneLine(0, 20)
  postcode!: string | null;

  @Field({ description: '1 to 100 characters in one line.' })
  @OneLine(1, 100)
  city!: string;
}

@ArgsType()
export class PlaceOrderArgs {
  @Field(() => UUID)
  cartId!: string;

  @Field(() => Int, { description: 'The version you saw; a stale one is refused with CONFLICT.' })
  cartVersion!: number;

  @Field(() => FulfilmentEnum, {
    nullable: true,
    description: 'One that the restaurant offers. Left out: as the cart says.',
  })
  fulfilment?: Fulfilment | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What to call out; 1 to 100 characters in one line. Left out: that of the account. PICKUP and DELIVERY want one, but from staff.',
  })
  @OneLine(1, 100)
  customerName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'DELIVERY wants one, but from staff; for PICKUP if you like.',
  })
  @Matches(phoneRule, phoneMessage)
  phone?: string | null;

  @Field(() => AddressInput, { nullable: true, description: 'For DELIVERY, and only then.' })
  @ValidateNested()
  address?: AddressInput | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'When I want it: within 7 days, while it is open. For PICKUP and DELIVERY. Left out: when the cart says, or as soon as may be.',
  })
  wishedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'For the kitchen; up to 500 characters.' })
  @MaxLength(500)
  note?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The total you showed, in minor units. If it comes to another one by now: CONFLICT, with that in `problem.currentTotal`.',
  })
  @Min(0)
  expectedTotal?: number | null;

  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  /** The same wish always has the same shape, whatever was left out. */
  placing(): Placing {
    const { cartId, cartVersion, fulfilment = null, address, wishedAt = null, expectedTotal = null } = this;
    return {
      cartId,
      cartVersion,
      fulfilment,
      customerName: trimmed(this.customerName),
      phone: trimmed(this.phone),
      address: address
        ? {
            street: address.street.trim(),
            details: trimmed(address.details),
            postcode: trimmed(address.postcode),
            city: address.city.trim(),
          }
        : null,
      wishedAt,
      note: trimmed(this.note),
      expectedTotal,
    };
  }
}

function trimmed(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

@ObjectType()
export class PlaceOrderPayload implements Placement {
  @Field(() => OrderType)
  order!: Placement['order'];

  @Field({ description: 'True when this key had placed it before; the order is as it is now.' })
  replayed!: boolean;
}
