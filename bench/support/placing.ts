import { randomUUIDv7 } from 'node:crypto';
import { print } from 'graphql';
import { PlaceOrderDocument } from '../../schema/operations.ts';
import { openTokens } from '../../src/tokens.ts';
import type { Post } from './load.ts';
import { jwtSecret } from './settings.ts';
import type { WrittenCart } from './write-carts.ts';
import type { Written } from './write-restaurant.ts';

const query = print(PlaceOrderDocument);
const tokens = openTokens([jwtSecret]);

/** What a guest's client sends to order a cart. */
export function placing({ id: restaurantId, tableId }: Written, cart: WrittenCart): Post {
  const { id: cartId, version: cartVersion, visitId } = cart;
  const variables = { cartId, cartVersion, idempotencyKey: randomUUIDv7() };
  const { token } = tokens.visit({ id: visitId, restaurantId, tableId });
  return { body: JSON.stringify({ query, variables }), headers: { 'comanda-visit': token } };
}
