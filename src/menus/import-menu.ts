import { type Scope, scoped } from '../database/scoped.ts';
import { transact } from '../events/transact.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import { assertRole, writesMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { applyImport } from './apply-import.ts';
import { orSlugTaken } from './category-slug.ts';
import { documentFaults } from './document-faults.ts';
import { type ImportCount, importCount } from './import-count.ts';
import type { MenuDocument } from './menu-document.ts';
import type { MenuNoun } from './menu-nouns.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { readDocument } from './read-document.ts';
import { readMenuRows } from './read-menu-rows.ts';
import { type DocumentFault, refuseDocument } from './refuse-document.ts';
import { takeTurn } from './take-turn.ts';
import { unknownTaxClasses } from './unknown-tax-classes.ts';

export interface MenuImport {
  readonly document: unknown;
  /** Only says what would change. */
  readonly dryRun: boolean;
  /** Takes off the menu what the document does not speak of. */
  readonly archiveMissing: boolean;
}

/**
 * Makes the menu what a document says, all of it or nothing, and says which entries that changes. Entries are known by their refs,
 * so the same document again changes nothing. Throws BAD_USER_INPUT with every fault of the document, SLUG_TAKEN.
 */
export async function importMenu(
  ctx: Context,
  restaurantId: string,
  { document: given, dryRun, archiveMissing }: MenuImport,
): Promise<ImportCount[]> {
  await assertRole(ctx, restaurantId, writesMenu);
  const document = readDocument(given);
  const wrong = documentFaults(document);
  // What is refused anyway keeps nobody waiting for the menu.
  if (dryRun || wrong.length > 0)
    return countsOf(await planFor(scoped(ctx.em, restaurantId), document, archiveMissing, wrong), dryRun);
  const importing = transact(ctx, restaurantId, async (tx) => {
    await holdRole(ctx, tx, writesMenu);
    await takeTurn(tx);
    const plan = await planFor(tx, document, archiveMissing);
    const counts = countsOf(plan, dryRun);
    if (counts.every(isIdle)) return counts;
    await applyImport(tx, plan, ctx.now());
    await tx.tell([{ kind: 'menu.imported', subject: restaurantId }], { revise: true });
    return counts;
  });
  return orSlugTaken(importing);
}

/** Everything that is wrong with a document is told at once: with itself, and beside what is there. */
async function planFor(
  scope: Scope,
  document: MenuDocument,
  archiveMissing: boolean,
  wrong: readonly DocumentFault[] = [],
): Promise<ImportPlan> {
  const restaurant = await scope.em.findOneOrFail(Restaurant, { id: scope.restaurantId }, { refresh: true });
  const plan = planImport(await readMenuRows(scope), document, archiveMissing);
  const told = new Set(wrong.map(({ path }) => path.join('.')));
  // A ref that is there twice also means one entry twice.
  const more = plan.faults.filter(({ path }) => !told.has(path.join('.')));
  const faults = [...wrong, ...unknownTaxClasses(document, restaurant), ...more];
  return faults.length > 0 ? refuseDocument(faults) : plan;
}

function countsOf({ tables }: ImportPlan, dryRun: boolean): ImportCount[] {
  return Object.entries(tables).map(([noun, table]) => importCount(noun as MenuNoun, table, dryRun));
}

function isIdle({ created, changed, archived }: ImportCount): boolean {
  return created + changed + archived === 0;
}
