import {
  AddToCartDocument,
  AddToOrderDocument,
  ClearCartDocument,
  DiscountOrderDocument,
  MoveLinesDocument,
  MoveOrderDocument,
  PlaceOrderDocument,
  type PlaceOrderMutation,
  RemoveCartLineDocument,
  SetCartLineNoteDocument,
  SetCartLineQuantityDocument,
  VoidLineDocument,
} from '../../schema/operations.ts';
import type { Cart } from '../carts/cart.ts';
import type { As } from '../support/as.ts';
import { key } from '../support/build.ts';
import type { Account, Order } from './waiters-account.ts';

/** What a device shows, and what is drawn for it. */
export interface Seen {
  readonly cart: Cart;
  /** The one that the last placed; null: none yet. */
  readonly order: Order | null;
}

export interface Drawn {
  readonly itemId: string;
  /** A note that nothing else has. */
  readonly note: string;
  readonly random: (below: number) => number;
}

export interface Attempt {
  /** Of what it must have seen the latest. Adding goes with what others did, unless all of that was ordered or cleared. */
  readonly of: readonly ('cart' | 'order')[];
  readonly ask: (waiter: As) => Promise<unknown>;
  /** Given what was answered. */
  readonly keep: (account: Account, answer: unknown) => void;
}

export type Verb = (seen: Seen, drawn: Drawn) => Attempt | null;

const open = ['PLACED', 'ACCEPTED'];

/** What a waiter may do: each is null where there is nothing to do it to. */
export const verbs: Readonly<Record<string, Verb>> = {
  add: ({ cart }, { itemId, note, random }) => {
    const quantity = 1 + random(9);
    const input = { ...asSeen(cart), lines: [{ itemId, note, quantity, course: 1 + random(2) }] };
    return {
      of: [],
      ask: (waiter) => waiter.ask(AddToCartDocument, { input, idempotencyKey: key() }),
      keep: (account) => account.cart.set(note, quantity),
    };
  },
  setQuantity: ({ cart }, { random }) => {
    const line = oneOf(cart.lines, random);
    if (!line) return null;
    const quantity = (line.quantity % 98) + 1;
    return ofCart(
      (waiter) =>
        waiter.ask(SetCartLineQuantityDocument, { input: { ...asSeen(cart), lineId: line.id, quantity } }),
      (account) => account.cart.set(line.note!, quantity),
    );
  },
  setNote: ({ cart }, { note, random }) => {
    const line = oneOf(cart.lines, random);
    if (!line) return null;
    return ofCart(
      (waiter) => waiter.ask(SetCartLineNoteDocument, { input: { ...asSeen(cart), lineId: line.id, note } }),
      (account) => {
        account.cart.delete(line.note!);
        account.cart.set(note, line.quantity);
      },
    );
  },
  remove: ({ cart }, { random }) => {
    const line = oneOf(cart.lines, random);
    if (!line) return null;
    return ofCart(
      (waiter) => waiter.ask(RemoveCartLineDocument, { input: asSeen(cart), lineId: line.id }),
      (account) => account.cart.delete(line.note!),
    );
  },
  clear: ({ cart }) =>
    cart.lines.length === 0
      ? null
      : ofCart(
          (waiter) => waiter.ask(ClearCartDocument, { input: asSeen(cart) }),
          (account) => account.cart.clear(),
        ),
  place: ({ cart }) =>
    cart.lines.length === 0
      ? null
      : ofCart(
          (waiter) => waiter.ask(PlaceOrderDocument, { ...asSeen(cart), idempotencyKey: key() }),
          (account, answer) => {
            const { id } = (answer as PlaceOrderMutation).placeOrder.order;
            account.order(id);
            account.orderIds.push(id);
          },
        ),
  addToOrder: ({ cart, order }) => {
    if (!order || !open.includes(order.status) || cart.lines.length === 0) return null;
    const both = { ...asSeen(cart), ...asKnown(order), idempotencyKey: key() };
    return {
      of: ['cart', 'order'],
      ask: (waiter) => waiter.ask(AddToOrderDocument, both),
      keep: (account) => account.order(order.id),
    };
  },
  moveOrder: ({ order }, { random }) => {
    const to = oneOf(order?.allowedMoves ?? [], random);
    const ends = to === 'REJECTED' || to === 'CANCELLED';
    // Else there would hardly be an order to do something to.
    if (!to || (ends && random(4) > 0)) return null;
    const reason = ends ? 'OTHER' : null;
    return ofOrder((waiter) => waiter.ask(MoveOrderDocument, { ...asKnown(order!), to, reason }));
  },
  moveLines: ({ order }, { random }) => {
    const line = oneOf(order?.lines.filter(({ allowedMoves }) => allowedMoves.length > 0) ?? [], random);
    if (!line) return null;
    const to = oneOf(line.allowedMoves, random)!;
    return ofOrder((waiter) => waiter.ask(MoveLinesDocument, { ...asKnown(order!), to, lineIds: [line.id] }));
  },
  voidLine: ({ order }, { random }) => {
    const left = order?.lines.filter(({ quantity, voided }) => quantity > voided) ?? [];
    const line = isOver(order) ? undefined : oneOf(left, random);
    if (!line) return null;
    const quantity = 1 + random(line.quantity - line.voided);
    const input = { ...asKnown(order!), lineId: line.id, quantity, reason: 'It fell' };
    return ofOrder(
      (waiter) => waiter.ask(VoidLineDocument, { input }),
      (account) => account.void(line.note!, quantity),
    );
  },
  discountOrder: ({ order }, { random }) => {
    if (!order || isOver(order)) return null;
    const discount = { perMillion: 1 + random(500_000) };
    const input = { ...asKnown(order), discount, reason: 'They waited' };
    return ofOrder((waiter) => waiter.ask(DiscountOrderDocument, { input }));
  },
};

function ofCart(ask: Attempt['ask'], keep: Attempt['keep']): Attempt {
  return { of: ['cart'], ask, keep };
}

function ofOrder(ask: Attempt['ask'], keep: Attempt['keep'] = () => {}): Attempt {
  return { of: ['order'], ask, keep };
}

function isOver(order: Order | null): boolean {
  return order?.status === 'REJECTED' || order?.status === 'CANCELLED';
}

function oneOf<T>(list: readonly T[], random: (below: number) => number): T | undefined {
  return list[random(list.length)];
}

const asSeen = ({ id, version }: Cart) => ({ cartId: id, cartVersion: version });

const asKnown = ({ id, version }: Order) => ({ orderId: id, expectedVersion: version });
