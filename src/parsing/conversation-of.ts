import type { OwnCart } from '../carts/cart-access.ts';
import type { Scope } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import type { Conversation, ConversationLine } from './conversation.ts';

/** What a cart's guest may speak about: their lines in it, and which of them they spoke about last; and when the cart is wanted. One statement. */
export async function conversationOf(
  scope: Scope,
  { id, member }: Pick<OwnCart, 'id' | 'member'>,
): Promise<Conversation & { readonly version: number; readonly wishedAt: Date | null }> {
  const row = await scope.row<Row>(sql`
    select c.version, c.wished_at as "wishedAt", to_json(c.about) as about,
      coalesce((
        select json_agg(json_build_object('id', l.id, 'itemId', l.item_id, 'variantId', l.variant_id, 'quantity', l.quantity, 'note', l.note,
          'withIds', coalesce((select json_agg(m.modifier_id order by m.modifier_id) from cart_line_modifier m, generate_series(1, m.quantity)
            where m.restaurant_id = l.restaurant_id and m.line_id = l.id and m.wanted), '[]'),
          'withoutIds', coalesce((select json_agg(m.modifier_id order by m.modifier_id) from cart_line_modifier m
            where m.restaurant_id = l.restaurant_id and m.line_id = l.id and not m.wanted), '[]')) order by l.id)
        from cart_line l
        where l.restaurant_id = c.restaurant_id and l.cart_id = c.id and l.added_by is not distinct from ${member}::int
      ), '[]') as lines
    from cart c where c.restaurant_id = ${scope.restaurantId} and c.id = ${id}`);
  const { version = 0, wishedAt = null, about = [], lines = [] } = row ?? {};
  return {
    version,
    wishedAt: wishedAt ? new Date(wishedAt) : null,
    about,
    lines: lines.map((line) => ({ ...line, choices: [] })),
  };
}

interface Row {
  readonly version: number;
  readonly wishedAt: string | null;
  readonly about: string[];
  readonly lines: Omit<ConversationLine, 'choices'>[];
}
