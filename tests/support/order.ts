import { AddToCartDocument, PlaceOrderDocument, type PlaceOrderMutation } from '../../schema/operations.ts';
import type { As } from './as.ts';
import { cartOf, key, type Place } from './build.ts';

export type PlacedOrder = PlaceOrderMutation['placeOrder']['order'];

/** A cart with one coke in it. */
export async function filledCart(viewer: As, place: Place): Promise<{ id: string; version: number }> {
  const { id, version } = await cartOf(viewer, place);
  const input = { cartId: id, cartVersion: version, lines: [{ itemId: place.coke.id, quantity: 1 }] };
  const { addToCart } = await viewer.ask(AddToCartDocument, { input, idempotencyKey: key() });
  return addToCart.cart;
}

/** An order of one coke, placed, to be called out by a name. */
export async function placedOrder(viewer: As, place: Place): Promise<PlacedOrder> {
  const cart = await filledCart(viewer, place);
  const variables = {
    cartId: cart.id,
    cartVersion: cart.version,
    customerName: 'Anna',
    idempotencyKey: key(),
  };
  const { placeOrder } = await viewer.ask(PlaceOrderDocument, variables);
  return placeOrder.order;
}

export const address = { street: 'Calle Mayor 1', details: '3.º izq.', postcode: '28013', city: 'Madrid' };

/** The same, to be brought to an address, where the place offers that. */
export async function placedDelivery(viewer: As, place: Place): Promise<PlacedOrder> {
  const cart = await filledCart(viewer, place);
  const variables = {
    cartId: cart.id,
    cartVersion: cart.version,
    fulfilment: 'DELIVERY' as const,
    customerName: 'Anna',
    phone: '+34 600 000 000',
    address,
    note: 'No onions',
    idempotencyKey: key(),
  };
  return (await viewer.ask(PlaceOrderDocument, variables)).placeOrder.order;
}
