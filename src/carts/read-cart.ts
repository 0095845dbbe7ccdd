import type { Scope } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import type { Choice, ChoiceProblem, PricedModifier } from '../menus/price-choice.ts';
import { type Money, money } from '../money.ts';
import type { BillRules } from '../restaurants/bill-rules.ts';
import { cartBill } from './cart-bill.ts';
import { type PricedLine, priceLines } from './price-lines.ts';
import { type AmountOrRate, totalsOf } from './totals.ts';
import { type TotalsView, totalsView } from './totals-view.ts';

export interface CartLineRow extends Choice {
  readonly id: string;
  readonly quantity: number;
  readonly note: string | null;
}

/** A cart as its owner sees it: every line named and priced by the menu's rows of this moment. */
export interface CartView extends TotalsView {
  readonly id: string;
  readonly restaurantId: string;
  readonly version: number;
  readonly tableId: string | null;
  readonly lines: readonly CartLineView[];
  readonly taxIncluded: boolean;
}

export interface CartLineView extends Pick<CartLineRow, 'id' | 'itemId' | 'quantity' | 'note'> {
  readonly title: string;
  readonly variantId: string | null;
  readonly variantLabel: string | null;
  readonly modifiers: readonly PricedModifier[];
  readonly unitPrice: Money;
  readonly total: Money;
  readonly problem: ChoiceProblem | null;
}

/** Two statements, however many lines. */
export async function readCart(scope: Scope, cartId: string): Promise<CartView> {
  const cart = await scope.row<CartRow>(sql`
    select c.id, c.restaurant_id as "restaurantId", c.version, c.table_id as "tableId", r.currency, r.locale,
      c.tip, jsonb_build_object('taxPerMillion', r.tax_per_million, 'taxClasses', r.tax_classes, 'pricesIncludeTax', r.prices_include_tax,
        'servicePerMillion', r.service_per_million, 'serviceDineInOnly', r.service_dine_in_only, 'tipsAllowed', r.tips_allowed) as rules,
      coalesce((
        select json_agg(json_build_object('id', l.id, 'itemId', l.item_id, 'variantId', l.variant_id, 'quantity', l.quantity,
          'note', l.note,
          'withIds', coalesce((select json_agg(m.modifier_id order by m.modifier_id) from cart_line_modifier m, generate_series(1, m.quantity)
            where m.restaurant_id = l.restaurant_id and m.line_id = l.id and m.wanted), '[]'),
          'withoutIds', coalesce((select json_agg(m.modifier_id order by m.modifier_id) from cart_line_modifier m
            where m.restaurant_id = l.restaurant_id and m.line_id = l.id and not m.wanted), '[]')) order by l.id)
        from cart_line l where l.restaurant_id = c.restaurant_id and l.cart_id = c.id
      ), '[]') as lines
    from cart c join restaurant r on r.id = c.restaurant_id
    where c.restaurant_id = ${scope.restaurantId} and c.id = ${cartId}`);
  if (!cart) throw notFound();
  const { currency, locale, rules, tip, lines: rows, ...rest } = cart;
  const priced = (amount: number): Money => money(amount, currency, locale);
  const lines = await priceLines(scope, rows);
  const bill = cartBill(lines, rules, { dineIn: cart.tableId !== null, tip });
  return {
    ...rest,
    lines: lines.map((line) => viewOf(line, priced)),
    ...totalsView(totalsOf(bill), priced),
    taxIncluded: bill.taxIncluded,
  };
}

type CartRow = Pick<CartView, 'id' | 'restaurantId' | 'version' | 'tableId'> & {
  tip: AmountOrRate | null;
  rules: BillRules;
  currency: string;
  locale: string;
  lines: CartLineRow[];
};

function viewOf(
  { id, itemId, quantity, note, priced, lineTotal }: PricedLine,
  as: (amount: number) => Money,
): CartLineView {
  const { unitPrice, ...named } = priced;
  return { id, itemId, quantity, note, ...named, unitPrice: as(unitPrice), total: as(lineTotal) };
}
