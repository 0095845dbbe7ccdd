import { type Scope, scoped } from '../database/scoped.ts';
import { transact } from '../events/transact.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import { assertRole, writesMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { applyImport } from './apply-import.ts';
import { orSlugTaken } from './category-slug.ts';
import type { MenuDocument } from './menu-document.ts';
import type { MenuNoun } from './menu-nouns.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { readDocument } from './read-document.ts';
import { readMenuRows } from './read-menu-rows.ts';
import { refuseDocument } from './refuse-document.ts';
import { takeTurn } from './take-turn.ts';
import { unknownTaxClasses } from './unknown-tax-classes.ts';

export interface MenuImport {
  readonly document: unknown;
  /** Only says what would change. */
  readonly dryRun: boolean;
  /** Takes off the menu what the document does not speak of. */
  readonly archiveMissing: boolean;
}

export interface ImportCount {
  readonly noun: MenuNoun;
  readonly created: number;
  readonly changed: number;
  readonly archived: number;
  readonly unchanged: number;
}

/**
 * Makes the menu what a document says, all of it or nothing, and says how many entries that changes. Entries are known by their refs,
 * so the same document again changes nothing. Throws BAD_USER_INPUT with every fault of the document, SLUG_TAKEN.
 */
export async function importMenu(
  ctx: Context,
  restaurantId: string,
  { document: given, dryRun, archiveMissing }: MenuImport,
): Promise<ImportCount[]> {
  await assertRole(ctx, restaurantId, writesMenu);
  const document = readDocument(given);
  if (dryRun) return countsOf(await planFor(scoped(ctx.em, restaurantId), document, archiveMissing));
  const importing = transact(ctx, restaurantId, async (tx) => {
    await holdRole(ctx, tx, writesMenu);
    await takeTurn(tx);
    const plan = await planFor(tx, document, archiveMissing);
    const counts = countsOf(plan);
    if (counts.every(isIdle)) return counts;
    await applyImport(tx, plan, ctx.now());
    await tx.tell([{ kind: 'menu.imported', subject: restaurantId }], { revise: true });
    return counts;
  });
  return orSlugTaken(importing);
}

async function planFor(scope: Scope, document: MenuDocument, archiveMissing: boolean): Promise<ImportPlan> {
  const restaurant = await scope.em.findOneOrFail(Restaurant, { id: scope.restaurantId }, { refresh: true });
  const plan = planImport(await readMenuRows(scope), document, archiveMissing);
  const faults = [...unknownTaxClasses(document, restaurant), ...plan.faults];
  return faults.length > 0 ? refuseDocument(faults) : plan;
}

function countsOf({ tables }: ImportPlan): ImportCount[] {
  return Object.entries(tables).map(([noun, { created, changed, archived, unchanged }]) => ({
    noun: noun as MenuNoun,
    created: created.length,
    changed: changed.length,
    archived: archived.length,
    unchanged: unchanged.length,
  }));
}

function isIdle({ created, changed, archived }: ImportCount): boolean {
  return created + changed + archived === 0;
}
