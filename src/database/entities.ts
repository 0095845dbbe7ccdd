import { AuditEntry } from '../audit/audit-entry.entity.ts';
import { Cart } from '../carts/cart.entity.ts';
import { CartLine } from '../carts/cart-line.entity.ts';
import { CartLineModifier } from '../carts/cart-line-modifier.entity.ts';
import { CartMember } from '../carts/cart-member.entity.ts';
import { Event } from '../events/event.entity.ts';
import { IdempotencyKey } from '../events/idempotency-key.entity.ts';
import { Stream } from '../events/stream.entity.ts';
import { Chore } from '../jobs/chore.entity.ts';
import { Job } from '../jobs/job.entity.ts';
import { Category } from '../menus/category.entity.ts';
import { Item } from '../menus/item.entity.ts';
import { ItemModifierGroup } from '../menus/item-modifier-group.entity.ts';
import { MenuWord } from '../menus/menu-word.entity.ts';
import { Modifier } from '../menus/modifier.entity.ts';
import { ModifierGroup } from '../menus/modifier-group.entity.ts';
import { Stock } from '../menus/stock.entity.ts';
import { Variant } from '../menus/variant.entity.ts';
import { Order } from '../orders/order.entity.ts';
import { OrderLine } from '../orders/order-line.entity.ts';
import { AliasSuggestion } from '../parsing/alias-suggestion.entity.ts';
import { ModelUseOfHour } from '../parsing/model-use.entity.ts';
import { AccountToken } from '../people/account-token.entity.ts';
import { Person } from '../people/person.entity.ts';
import { RecoveryCode } from '../people/recovery-code.entity.ts';
import { SecondFactor } from '../people/second-factor.entity.ts';
import { Session } from '../people/session.entity.ts';
import { ApiKey } from '../restaurants/api-key.entity.ts';
import { Invite } from '../restaurants/invite.entity.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import { RestaurantSlug } from '../restaurants/restaurant-slug.entity.ts';
import { Staff } from '../restaurants/staff.entity.ts';
import { Table } from '../restaurants/table.entity.ts';
import { Visit } from '../restaurants/visit.entity.ts';

/** Every entity there is. */
export const entities = {
  /** Rows of one restaurant: each has a restaurantId, and the tenant filter guards it. */
  tenant: [
    AliasSuggestion,
    ApiKey,
    Cart,
    CartLine,
    CartLineModifier,
    CartMember,
    Category,
    Invite,
    Item,
    ItemModifierGroup,
    MenuWord,
    ModelUseOfHour,
    Modifier,
    ModifierGroup,
    Order,
    OrderLine,
    RestaurantSlug,
    Staff,
    Stock,
    Table,
    Variant,
    Visit,
  ],
  shared: [
    AccountToken,
    AuditEntry,
    Chore,
    Event,
    IdempotencyKey,
    Job,
    Person,
    RecoveryCode,
    Restaurant,
    SecondFactor,
    Session,
    Stream,
  ],
};
