import { randomUUIDv7 } from 'node:crypto';
import {
  AddToCartDocument,
  ArchiveMenuEntryDocument,
  AssignCourierDocument,
  AttachModifierGroupDocument,
  CreateCategoryDocument,
  CreateModifierDocument,
  CreateModifierGroupDocument,
  CreateRestaurantDocument,
  CreateTableDocument,
  CreateVariantDocument,
  InviteStaffDocument,
  type InviteStaffMutationVariables,
  MoveOrderDocument,
  type MoveOrderMutationVariables,
  OpenCartDocument,
  ShareCartDocument,
} from '../../schema/operations.ts';
import { AliasSuggestion } from '../../src/parsing/alias-suggestion.entity.ts';
import type { Role } from '../../src/restaurants/role.ts';
import { Staff } from '../../src/restaurants/staff.entity.ts';
import type { As } from '../support/as.ts';
import { guest, itemOf, key, type Person, unique } from '../support/build.ts';
import { filledCart, placedDelivery, placedOrder } from '../support/order.ts';
import type { World } from './access-world.ts';

/** Another restaurant of the owner's, with the same people in the same roles. */
export async function freshRestaurant({ app, here, viewers }: World): Promise<string> {
  const input = { slug: unique('fresh'), title: 'Fresh', currency: 'EUR', timeZone: 'UTC', locale: 'en' };
  const { createRestaurant } = await here.owner.ask(CreateRestaurantDocument, {
    input,
    idempotencyKey: key(),
  });
  const { id: restaurantId } = createRestaurant.restaurant;
  const em = app.database.em();
  em.setFilterParams('tenant', { restaurantId });
  for (const role of ['MANAGER', 'KITCHEN', 'FLOOR', 'COURIER'] as const) {
    const { id: personId } = viewers[role] as Person;
    em.create(Staff, { id: randomUUIDv7(), restaurantId, personId, role, createdAt: new Date() });
  }
  await em.flush();
  return restaurantId;
}

/** An invite to an address that nobody has. */
export function inviting({ here }: World, role: Role): InviteStaffMutationVariables {
  const email = `${unique('invited')}@example.com`;
  return { input: { restaurantId: here.id, email, role }, idempotencyKey: key() };
}

/** New things to act upon, so that one viewer's success leaves the next one's target as it should be. */
export async function freshTable({ here }: World): Promise<string> {
  const input = { restaurantId: here.id, name: unique('Table') };
  return (await here.owner.ask(CreateTableDocument, { input, idempotencyKey: key() })).createTable.table.id;
}

export async function freshInvite(world: World, role: Role): Promise<{ inviteId: string }> {
  const { inviteStaff } = await world.here.owner.ask(InviteStaffDocument, inviting(world, role));
  return { inviteId: inviteStaff.invite.id };
}

export async function freshCategory({ here }: World): Promise<string> {
  const input = { slug: unique('category'), title: 'A category' };
  const variables = { restaurantId: here.id, input, idempotencyKey: key() };
  return (await here.owner.ask(CreateCategoryDocument, variables)).createCategory.category.id;
}

export async function freshItem({ here }: World): Promise<string> {
  return (await itemOf(here.owner, here.categoryId, unique('Dish'), 100)).id;
}

/** What two carts have said, written past the front door: there it takes two orders each. */
export async function freshSuggestion(world: World): Promise<string> {
  const entry = await freshItem(world);
  const [id, lastCart, at] = [randomUUIDv7(), randomUUIDv7(), new Date()];
  const em = world.app.database.em();
  em.setFilterParams('tenant', { restaurantId: world.here.id });
  const said = { digest: unique('digest'), phrase: unique('dish'), carts: 2, lastCart };
  const seen = { firstSeenAt: at, lastSeenAt: at };
  em.create(AliasSuggestion, { id, restaurantId: world.here.id, noun: 'item', entry, ...said, ...seen });
  await em.flush();
  return id;
}

export async function freshArchived(world: World): Promise<string> {
  const id = await freshItem(world);
  await world.here.owner.ask(ArchiveMenuEntryDocument, { noun: 'ITEM', id });
  return id;
}

export async function freshVariant(world: World): Promise<string> {
  const itemId = await freshItem(world);
  const variables = { itemId, input: { label: 'Small', price: 50 }, idempotencyKey: key() };
  return (await world.here.owner.ask(CreateVariantDocument, variables)).createVariant.item.variants[0]!.id;
}

export async function freshGroup({ here }: World): Promise<string> {
  const input = { title: unique('Group'), min: 0, max: 2 };
  const variables = { restaurantId: here.id, input, idempotencyKey: key() };
  return (await here.owner.ask(CreateModifierGroupDocument, variables)).createModifierGroup.group.id;
}

export async function freshModifier(world: World): Promise<string> {
  const variables = {
    groupId: await freshGroup(world),
    input: { title: 'Olives', price: 50 },
    idempotencyKey: key(),
  };
  const { createModifier } = await world.here.owner.ask(CreateModifierDocument, variables);
  return createModifier.group.modifiers[0]!.id;
}

export async function freshAttachment(world: World): Promise<{ itemId: string; groupId: string }> {
  const attachment = { itemId: await freshItem(world), groupId: await freshGroup(world) };
  await world.here.owner.ask(AttachModifierGroupDocument, attachment);
  return attachment;
}

/** The cart for the guests' table that all who serve it fill, with something in it. */
export async function staffsCart({ here, waiter }: World): Promise<{ id: string; version: number }> {
  const where = { restaurantSlug: here.slug, asStaff: true, tableId: here.tableId };
  const { id: cartId } = (await waiter.ask(OpenCartDocument, where)).openCart;
  const input = { cartId, lines: [{ itemId: here.coke.id }] };
  return (await waiter.ask(AddToCartDocument, { input, idempotencyKey: key() })).addToCart.cart;
}

/** A cart that guests at the table fill together, neither of them whoever asks. */
export async function guestsCart({ app, here }: World): Promise<{ id: string; shareCode: string | null }> {
  const host = await guest(app, here);
  const { openCart } = await host.ask(OpenCartDocument, { restaurantSlug: here.slug });
  return (await host.ask(ShareCartDocument, { cartId: openCart.id })).shareCart;
}

/** A viewer's cart, shared if the viewer may. */
export async function togethersCart({ here: { slug } }: World, viewer: As): Promise<string> {
  const { id: cartId } = (await viewer.ask(OpenCartDocument, { restaurantSlug: slug })).openCart;
  await viewer.codeOf(ShareCartDocument, { cartId });
  return cartId;
}

/** A line of a viewer's cart that holds nothing else of note. */
export async function freshLine(
  { here }: World,
  viewer: As,
): Promise<{ input: { cartId: string; cartVersion: number }; lineId: string }> {
  await filledCart(viewer, here);
  const { openCart } = await viewer.ask(OpenCartDocument, { restaurantSlug: here.slug });
  return { input: { cartId: openCart.id, cartVersion: openCart.version }, lineId: openCart.lines[0]!.id };
}

type Status = MoveOrderMutationVariables['to'];

/** An order of the viewer's, which the owner has moved along to where it is wanted. */
export async function freshOrder({ here }: World, viewer: As, ...moves: Status[]): Promise<Standing> {
  const { id, version } = await placedOrder(viewer, here);
  return moved(here.owner, { orderId: id, expectedVersion: version }, moves);
}

/** An order that the viewer's address waits for; the courier's, or nobody's. */
export async function freshDelivery(
  { here, viewers }: World,
  viewer: As,
  whose: "the courier's" | "nobody's",
  ...moves: Status[]
): Promise<Standing> {
  const { id, version } = await placedDelivery(viewer, here);
  const standing = { orderId: id, expectedVersion: version };
  if (whose === "nobody's") return moved(here.owner, standing, moves);
  const { id: courierId } = viewers['COURIER'] as Person;
  const { assignCourier } = await here.owner.ask(AssignCourierDocument, { ...standing, courierId });
  return moved(here.owner, { orderId: id, expectedVersion: assignCourier.version }, moves);
}

type Standing = { orderId: string; expectedVersion: number };

async function moved(
  owner: As,
  { orderId, expectedVersion }: Standing,
  moves: readonly Status[],
): Promise<Standing> {
  let version = expectedVersion;
  for (const to of moves) {
    const { moveOrder } = await owner.ask(MoveOrderDocument, { orderId, to, expectedVersion: version });
    version = moveOrder.version;
  }
  return { orderId, expectedVersion: version };
}
