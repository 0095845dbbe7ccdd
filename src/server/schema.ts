import 'reflect-metadata';
import { type ValidationError, validate } from 'class-validator';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { CartResolver } from '../carts/cart.resolver.ts';
import { CartSharingResolver } from '../carts/cart-sharing.resolver.ts';
import { DeliveryResolver } from '../delivery/delivery.resolver.ts';
import { Refusal } from '../errors.ts';
import { KitchenResolver } from '../kitchen/kitchen.resolver.ts';
import { CategoryResolver } from '../menus/category.resolver.ts';
import { EightySixResolver } from '../menus/eighty-six.resolver.ts';
import { ItemResolver } from '../menus/item.resolver.ts';
import { ListingResolver } from '../menus/listing.resolver.ts';
import { MenuResolver } from '../menus/menu.resolver.ts';
import { MenuAliasResolver } from '../menus/menu-alias.resolver.ts';
import { MenuEntryResolver } from '../menus/menu-entry.resolver.ts';
import type { MenuSnapshots } from '../menus/menu-snapshots.ts';
import { MenuUpdatesResolver } from '../menus/menu-updates.resolver.ts';
import { ModifierResolver } from '../menus/modifier.resolver.ts';
import { TransferResolver } from '../menus/transfer.resolver.ts';
import { TranslationResolver } from '../menus/translation.resolver.ts';
import { VariantResolver } from '../menus/variant.resolver.ts';
import { AllOrdersResolver } from '../orders/all-orders.resolver.ts';
import { FiguresResolver } from '../orders/figures.resolver.ts';
import { OrderResolver } from '../orders/order.resolver.ts';
import { OrderAgainResolver } from '../orders/order-again.resolver.ts';
import { OrderBillResolver } from '../orders/order-bill.resolver.ts';
import { OrderHistoryResolver } from '../orders/order-history.resolver.ts';
import { PromiseResolver } from '../orders/promise.resolver.ts';
import { RestaurantOrdersResolver } from '../orders/restaurant-orders.resolver.ts';
import { TrackingResolver } from '../orders/tracking.resolver.ts';
import { AliasSuggestionResolver } from '../parsing/alias-suggestion.resolver.ts';
import { ModelUseResolver } from '../parsing/model-use.resolver.ts';
import type { Parsers } from '../parsing/parsers.ts';
import { ParsingResolver } from '../parsing/parsing.resolver.ts';
import { AccountResolver } from '../people/account.resolver.ts';
import type { HeldElsewhere } from '../people/held-elsewhere.ts';
import { PersonResolver } from '../people/person.resolver.ts';
import { PlatformResolver } from '../people/platform.resolver.ts';
import { SecondFactorResolver } from '../people/second-factor.resolver.ts';
import type { VisitCheck } from '../people/verify-token.ts';
import { ApiKeyResolver } from '../restaurants/api-key.resolver.ts';
import { ApiKeyMakerResolver } from '../restaurants/api-key-maker.resolver.ts';
import { InviteResolver } from '../restaurants/invite.resolver.ts';
import type { OffDuty } from '../restaurants/off-duty.ts';
import { RestaurantResolver } from '../restaurants/restaurant.resolver.ts';
import { RestaurantAuditResolver } from '../restaurants/restaurant-audit.resolver.ts';
import { RestaurantDetailsResolver } from '../restaurants/restaurant-details.resolver.ts';
import { StaffResolver } from '../restaurants/staff.resolver.ts';
import { SuspensionResolver } from '../restaurants/suspension.resolver.ts';
import { TableResolver } from '../restaurants/table.resolver.ts';
import type { TableLeft } from '../restaurants/table-left.ts';
import type { EditGuard } from '../restaurants/update-restaurant.ts';
import type { Tokens } from '../tokens.ts';
import { audited } from './audited.ts';
import { auditedReads } from './audited-reads.ts';
import { ErrorCodesResolver } from './error-codes.resolver.ts';
import { guardTexts } from './guard-texts.ts';
import { type Agains, idempotent } from './idempotent.ts';
import { pagesOf } from './pages-of.ts';
import { undeadlocked } from './undeadlocked.ts';

/** What resolvers are handed. */
export interface Services {
  readonly tokens: Tokens;
  readonly visitStands: VisitCheck;
  readonly snapshots: MenuSnapshots;
  readonly parsers: Parsers;
  /** What orders have to say when a restaurant is edited. */
  readonly editGuard: EditGuard;
  /** What deliveries have to say when somebody leaves the staff. */
  readonly offDuty: OffDuty;
  /** What carts have to say when a table is closed. */
  readonly tableLeft: TableLeft;
  /** What the nouns after people hold about them. */
  readonly held: readonly HeldElsewhere[];
  /** How a mutation is answered again to a call that repeats it. */
  readonly agains: Agains;
  /** How many a list shows that says nothing of it. */
  readonly pageSize: number;
}

/** The schema over its resolvers. This is where each gets what it needs. */
export function buildSchema({
  tokens,
  visitStands,
  snapshots,
  parsers,
  editGuard,
  offDuty,
  tableLeft,
  held,
  agains,
  pageSize,
}: Services): GraphQLSchema {
  const resolvers = [
    new AccountResolver(held),
    new AliasSuggestionResolver(),
    new ModelUseResolver(),
    new ApiKeyResolver(),
    new ApiKeyMakerResolver(),
    new CartResolver(),
    new CartSharingResolver(),
    new CategoryResolver(),
    new DeliveryResolver(),
    new EightySixResolver(),
    new ErrorCodesResolver(),
    new FiguresResolver(),
    new InviteResolver(),
    new ItemResolver(),
    new KitchenResolver(),
    new ListingResolver(snapshots),
    new MenuAliasResolver(),
    new MenuEntryResolver(),
    new MenuResolver(snapshots),
    new MenuUpdatesResolver(snapshots),
    new ModifierResolver(),
    new OrderAgainResolver(),
    new OrderResolver(),
    new OrderBillResolver(),
    new ParsingResolver({ parsers, snapshots }),
    new PersonResolver(tokens, visitStands),
    new PlatformResolver(),
    new RestaurantAuditResolver(),
    new RestaurantDetailsResolver(editGuard),
    new OrderHistoryResolver(),
    new PromiseResolver(),
    new RestaurantOrdersResolver(),
    new AllOrdersResolver(),
    new RestaurantResolver(tokens, tableLeft),
    new SecondFactorResolver(),
    new SuspensionResolver(),
    new StaffResolver(offDuty),
    new TableResolver(),
    new TransferResolver(),
    new TrackingResolver(),
    new TranslationResolver(),
    new VariantResolver(),
  ];
  const byClass = new Map<unknown, object>(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const schema = buildSchemaSync({
    resolvers: resolvers.map((resolver) => resolver.constructor) as unknown as NonEmptyArray<NewableFunction>,
    container: { get: (resolver) => byClass.get(resolver)! },
    orphanedTypes: [],
    pubSub: noPubSub,
    validateFn: refuseWrongShape,
  });
  return guardTexts(auditedReads(audited(idempotent(undeadlocked(pagesOf(schema, pageSize)), () => agains))));
}

/** Every subscription brings its own `subscribe`; type-graphql wants this all the same. */
const noPubSub = {
  publish: () => never(),
  subscribe: () => never(),
};

function never(): never {
  throw new Error('Events come from events/follow, not from a pubSub.');
}

async function refuseWrongShape(value: unknown): Promise<void> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const errors = await validate(value, { forbidUnknownValues: false, skipMissingProperties: true });
  if (errors.length === 0) return;
  const fields = errors.flatMap((error) => faults(error, ''));
  const detail = fields.map(({ path, message }) => `${path}: ${message}`).join('; ');
  throw new Refusal('BAD_USER_INPUT', detail.slice(0, 500), { fields });
}

function faults(
  { property, constraints = {}, children = [] }: ValidationError,
  above: string,
): { path: string; message: string }[] {
  const path = above ? `${above}.${property}` : property;
  const own = Object.values(constraints).map((message) => ({ path, message: message.slice(0, 200) }));
  return [...own, ...children.flatMap((child) => faults(child, path))];
}
