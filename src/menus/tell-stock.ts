import type { EventData } from '../events/event.entity.ts';
import type { Work } from '../events/transact.ts';
import type { Countable } from './countables.ts';

export interface StockChange {
  /** `set`, `held`, `released`, after the topic `stock.` */
  readonly kind: string;
  readonly noun: Countable;
  readonly id: string;
  readonly data?: EventData;
  /** What the menu shows of it now; null when that is as it was. */
  readonly shows: '86ed' | 'back' | null;
}

/** Tells what was done to the stock of something; and the menu, whose version rises, when that shows. */
export async function tellStock(tx: Work, { kind, noun, id, data, shows }: StockChange): Promise<void> {
  const said = data ? { data } : {};
  const facts = [{ kind: `stock.${kind}`, subject: id, ...said }];
  if (shows) facts.push({ kind: `menu.${noun}-${shows}`, subject: id });
  await tx.tell(facts, { revise: shows !== null });
}
