import { randomUUIDv7 } from 'node:crypto';
import { assertRole, writesMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { assertRange } from './assert-range.ts';
import { addToMenu, type Made } from './change-menu.ts';
import { ModifierGroup } from './modifier-group.entity.ts';

export interface NewModifierGroup {
  readonly title: string;
  readonly min: number;
  readonly max: number;
}

/** Makes a group; items offer it once it is attached to them. Throws CHOICE_INVALID when min exceeds max. */
export async function createModifierGroup(
  ctx: Context,
  restaurantId: string,
  input: NewModifierGroup,
  key: string,
): Promise<Made> {
  await assertRole(ctx, restaurantId, writesMenu);
  assertRange(input);
  const id = randomUUIDv7();
  const once = { field: 'createModifierGroup', key, input };
  return addToMenu(ctx, restaurantId, { kind: 'group-created', subject: id }, once, async (tx) => {
    const { title, min, max } = input;
    tx.em.create(ModifierGroup, { id, restaurantId, title, min, max, archivedAt: null });
  });
}
