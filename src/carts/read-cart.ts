import type { Scope } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import type { Choice, PricedModifier } from '../menus/price-choice.ts';
import { type Money, money } from '../money.ts';
import type { BillRules } from '../restaurants/bill-rules.ts';
import type { Fulfilment } from '../restaurants/fulfilment.ts';
import type { OwnCart } from './cart-access.ts';
import { cartBill } from './cart-bill.ts';
import { type LineProblem, lineProblems } from './line-problems.ts';
import { type PricedLine, priceLines } from './price-lines.ts';
import type { StatedAllergy } from './stated-allergy.ts';
import { type AmountOrRate, totalsOf } from './totals.ts';
import { type TotalsView, totalsView } from './totals-view.ts';
import { usualFulfilment } from './usual-fulfilment.ts';
import { wantedAt } from './wanted-at.ts';

export interface CartLineRow extends Choice {
  readonly id: string;
  readonly quantity: number;
  readonly note: string | null;
  /** Minor units; what a piece cost when the guest last agreed to it. */
  readonly agreedPrice: number | null;
  readonly addedBy: number | null;
  /** 1 to 9; null: it belongs to none and comes at once. */
  readonly course: number | null;
}

/** A cart as a viewer sees it: every line named and priced by the menu's rows of this moment. */
export interface CartView extends TotalsView {
  readonly id: string;
  readonly restaurantId: string;
  readonly version: number;
  readonly tableId: string | null;
  readonly fulfilment: Fulfilment;
  readonly wishedAt: Date | null;
  readonly shareCode: string | null;
  /** Who fills it or has; nobody when it is one's own. */
  readonly members: readonly CartMemberView[];
  readonly lines: readonly CartLineView[];
  readonly taxIncluded: boolean;
  readonly allergies: readonly StatedAllergy[];
}

export interface CartMemberView {
  readonly number: number;
  readonly name: string;
  readonly me: boolean;
  /** Has not left. */
  readonly here: boolean;
}

export interface CartLineView extends Pick<CartLineRow, 'id' | 'itemId' | 'quantity' | 'note' | 'course'> {
  readonly title: string;
  readonly variantId: string | null;
  readonly variantLabel: string | null;
  readonly modifiers: readonly PricedModifier[];
  readonly unitPrice: Money;
  readonly agreedPrice: Money | null;
  readonly total: Money;
  readonly addedBy: CartMemberView | null;
  readonly mine: boolean;
  readonly problem: LineProblem | null;
  readonly problems: readonly LineProblem[];
}

/** Two statements, however many lines. Throws NOT_FOUND for a member who has left. */
export async function readCart(
  scope: Scope,
  { id, member }: Pick<OwnCart, 'id' | 'member'>,
  now: Date,
): Promise<CartView> {
  const cart = await scope.row<CartRow>(sql`
    select c.id, c.restaurant_id as "restaurantId", c.version, c.table_id as "tableId", c.share_code as "shareCode", c.allergies,
      c.fulfilment, c.wished_at as "wishedAt", r.currency, r.locale, c.tip, jsonb_build_object('taxPerMillion', r.tax_per_million, 'taxClasses', r.tax_classes, 'pricesIncludeTax', r.prices_include_tax,
        'servicePerMillion', r.service_per_million, 'serviceDineInOnly', r.service_dine_in_only, 'tipsAllowed', r.tips_allowed) as rules,
      coalesce((
        select json_agg(json_build_object('number', m.number, 'name', case when m.visit_id is null then p.name else m.name end,
          'here', m.left_at is null and v.ended_at is null) order by m.number)
        from cart_member m
        left join visit v on v.restaurant_id = m.restaurant_id and v.id = m.visit_id
        left join person p on p.id = m.person_id
        where m.restaurant_id = c.restaurant_id and m.cart_id = c.id
      ), '[]') as members,
      coalesce((
        select json_agg(json_build_object('id', l.id, 'itemId', l.item_id, 'variantId', l.variant_id, 'quantity', l.quantity,
          'note', l.note, 'course', l.course, 'agreedPrice', l.unit_price, 'addedBy', l.added_by,
          'withIds', coalesce((select json_agg(m.modifier_id order by m.modifier_id) from cart_line_modifier m, generate_series(1, m.quantity)
            where m.restaurant_id = l.restaurant_id and m.line_id = l.id and m.wanted), '[]'),
          'withoutIds', coalesce((select json_agg(m.modifier_id order by m.modifier_id) from cart_line_modifier m
            where m.restaurant_id = l.restaurant_id and m.line_id = l.id and not m.wanted), '[]')) order by l.id)
        from cart_line l where l.restaurant_id = c.restaurant_id and l.cart_id = c.id
      ), '[]') as lines
    from cart c join restaurant r on r.id = c.restaurant_id
    where c.restaurant_id = ${scope.restaurantId} and c.id = ${id}`);
  if (!cart) throw notFound();
  const { currency, locale, rules, tip, lines: rows, members: known, ...rest } = cart;
  const at = wantedAt(cart.wishedAt, now);
  const fulfilment = cart.fulfilment ?? usualFulfilment(cart);
  const priced = (amount: number): Money => money(amount, currency, locale);
  const members = known.map(({ number, name, here }) => ({
    number,
    name: name ?? `Guest ${number}`,
    me: number === member,
    here,
  }));
  if (member !== null && !members.some(({ me, here }) => me && here)) throw notFound();
  const lines = await priceLines(scope, rows, at);
  const bill = cartBill(lines, rules, { dineIn: fulfilment === 'DINE_IN', tip });
  return {
    ...rest,
    fulfilment,
    wishedAt: at > now ? at : null,
    members,
    lines: lines.map((line) => viewOf(line, members, priced)),
    ...totalsView(totalsOf(bill), priced),
    taxIncluded: bill.taxIncluded,
  };
}

type CartRow = Pick<CartView, 'id' | 'restaurantId' | 'version' | 'tableId' | 'shareCode' | 'allergies'> & {
  fulfilment: Fulfilment | null;
  wishedAt: string | null;
  members: (Pick<CartMemberView, 'number' | 'here'> & { name: string | null })[];
  tip: AmountOrRate | null;
  rules: BillRules;
  currency: string;
  locale: string;
  lines: CartLineRow[];
};

function viewOf(
  line: PricedLine,
  members: readonly CartMemberView[],
  as: (amount: number) => Money,
): CartLineView {
  const { id, itemId, quantity, note, course, priced, lineTotal, agreedPrice } = line;
  const { title, variantId, variantLabel, modifiers, unitPrice } = priced;
  const addedBy = members.find(({ number }) => number === line.addedBy) ?? null;
  const problems = lineProblems(line);
  return {
    id,
    itemId,
    quantity,
    note,
    course,
    title,
    variantId,
    variantLabel,
    modifiers,
    unitPrice: as(unitPrice),
    agreedPrice: agreedPrice === null ? null : as(agreedPrice),
    total: as(lineTotal),
    addedBy,
    mine: addedBy ? addedBy.me : members.length === 0,
    problem: problems[0] ?? null,
    problems,
  };
}
