import { transact, type Work } from '../events/transact.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import { type Permission, writesMenu } from '../restaurants/restaurant-access.ts';
import { type Context, viewerKey } from '../viewer.ts';
import { takeTurn } from './take-turn.ts';

export interface MenuChange {
  /** `item-created`, after the topic `menu.` */
  readonly kind: string;
  readonly subject: string;
}

/** Changes the menu in one transaction that also raises its version; every process drops its snapshot. */
export async function changeMenu(
  ctx: Context,
  restaurantId: string,
  change: MenuChange,
  work: (tx: Work) => Promise<void>,
  allowed: Permission = writesMenu,
): Promise<void> {
  await transact(ctx, restaurantId, async (tx) => {
    await holdRole(ctx, tx, allowed);
    await takeTurn(tx);
    await work(tx);
    await tellMenu(tx, change);
  });
}

export interface Made {
  readonly id: string;
  readonly restaurantId: string;
  readonly replayed: boolean;
}

/** The same for something new: made once per key. */
export async function addToMenu(
  ctx: Context,
  restaurantId: string,
  change: MenuChange,
  once: { field: string; key: string; input: unknown },
  work: (tx: Work) => Promise<void>,
): Promise<Made> {
  return transact(ctx, restaurantId, async (tx) => {
    await holdRole(ctx, tx, writesMenu);
    await takeTurn(tx);
    const id = change.subject;
    const earlier = await tx.once({ viewer: viewerKey(ctx.viewer), makes: id, ...once });
    if (earlier) return { id: earlier, restaurantId, replayed: true };
    await work(tx);
    await tellMenu(tx, change);
    return { id, restaurantId, replayed: false };
  });
}

async function tellMenu(tx: Work, { kind, subject }: MenuChange): Promise<void> {
  await tx.tell([{ kind: `menu.${kind}`, subject }], { revise: true });
}
