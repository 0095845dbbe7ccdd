import type { Fact, Work } from '../events/transact.ts';

/** Tells what was done to an item's stock; and the menu, whose version rises, when the item ran out or is back by it. */
export async function tellStock(
  tx: Work,
  fact: Fact,
  { was, is }: { readonly was: boolean; readonly is: boolean },
): Promise<void> {
  const turned: Fact[] =
    was === is ? [] : [{ kind: is ? 'menu.item-back' : 'menu.item-86ed', subject: fact.subject }];
  await tx.tell([fact, ...turned], { revise: was !== is });
}
