import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AddToCartDocument,
  MenuDocument,
  OpenCartDocument,
  PlaceOrderDocument,
  RestaurantTablesDocument,
  SignInDocument,
  StartVisitDocument,
} from '../../schema/operations.ts';
import { demoMenu } from '../../src/database/demo-menu.ts';
import { As } from '../support/as.ts';
import { key } from '../support/build.ts';

const { slug } = demoMenu.restaurant;

/** Somebody of the demo, with the password that its data folder holds. */
export async function demoPerson(url: string, folder: string, email: string): Promise<As> {
  const { passwords } = JSON.parse(readFileSync(join(folder, '.data/demo.json'), 'utf8'));
  const { signIn } = await new As(url).ask(SignInDocument, { input: { email, password: passwords[email] } });
  return new As(url, { accessToken: signIn.accessToken });
}

/** A guest at the demo's first table, as `owner` knows its code. */
export async function demoGuest(owner: As): Promise<As> {
  const { restaurant } = await owner.ask(RestaurantTablesDocument, { slug });
  const tableCode = restaurant.tables[0]!.qr.url.split('/').at(-1)!;
  const { startVisit } = await new As(owner.url).ask(StartVisitDocument, { slug, tableCode });
  return new As(owner.url, { visitToken: startVisit.visitToken });
}

/** What one order needs, so that orders can follow one another quickly. */
export async function someItem(viewer: As): Promise<string> {
  const { menu } = await viewer.ask(MenuDocument, { slug });
  return menu.categories.flatMap(({ items }) => items).find((item) => item.modifierGroups.length === 0)!.id;
}

/** The id of an order that the server has acknowledged. */
export async function orderOne(guest: As, itemId: string): Promise<string> {
  const { openCart } = await guest.ask(OpenCartDocument, { restaurantSlug: slug });
  const adding = { cartId: openCart.id, cartVersion: openCart.version, lines: [{ itemId, quantity: 1 }] };
  const { cart } = (await guest.ask(AddToCartDocument, { input: adding, idempotencyKey: key() })).addToCart;
  const placing = { cartId: cart.id, cartVersion: cart.version, idempotencyKey: key() };
  return (await guest.ask(PlaceOrderDocument, placing)).placeOrder.order.id;
}
