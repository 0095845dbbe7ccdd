import type { Reading } from './asked.ts';
import { itemOf } from './item-of.ts';
import type { IndexedItem } from './menu-index.ts';
import { offers } from './offers.ts';
import type { NameSpan } from './span.ts';
import { type Following, whatFollows } from './what-follows.ts';

/** What a name is here: "coming" belongs to an item that is still to be heard, "current" to the one before. */
export type NameReading =
  | 'left out'
  | 'item'
  | 'coming size'
  | 'current size'
  | 'coming wish'
  | 'current wish'
  | 'nothing';

/** The same word may be an item, a size and a modifier; its neighbours decide. */
export function readName(reading: Reading, at: number): NameReading {
  const span = reading.spans[at] as NameSpan;
  const follows = whatFollows(reading, at);
  const here = reading.open ? null : itemOf(reading.current?.name);
  const offeredHere = offers(here, span);
  if (reading.mood === 'without' || reading.mood === 'warning') {
    if (isLeftOut(reading, at, offeredHere, comesWith(here, span))) return 'left out';
    if (span.items.length > 0 && (span.itemGrade === 'full' || !offeredHere)) return 'item';
  }
  if (span.isSize && span.itemGrade !== 'full') {
    const size = readSize(reading, span, follows, here);
    if (size) return size;
  }
  return reading.mood === 'with'
    ? readAddition(reading, span, follows, offeredHere)
    : readBare(reading, at, follows, offeredHere);
}

function isLeftOut(reading: Reading, at: number, offeredHere: boolean, isThere: boolean): boolean {
  const span = reading.spans[at] as NameSpan;
  if (reading.isFresh) return reading.pauses[at] === 'none' || span.itemGrade !== 'full' || offeredHere;
  const before = reading.spans[at - 1]?.kind;
  if (before === 'or') return true;
  // "no basil and extra cheese"
  if (span.keyWithoutAmount !== null) return false;
  // "no beans red salsa": said without a pause, only what the item comes with is still being left out.
  if (before !== 'and' && reading.pauses[at] === 'none' && !isThere) return false;
  return span.modifierGrade !== null && (span.itemGrade !== 'full' || offeredHere);
}

function comesWith(item: IndexedItem | null, name: NameSpan): boolean {
  return item?.modifiers.get(name.key)?.some(({ thing }) => thing.modifier.isDefault) ?? false;
}

function readSize(
  reading: Reading,
  span: NameSpan,
  follows: Following,
  here: IndexedItem | null,
): NameReading | null {
  if (reading.open) return 'coming size';
  if (reading.every) return 'current size';
  const next = follows.isAcrossAnd ? null : itemOf(follows.item);
  if (next?.sizes.has(span.key)) return 'coming size';
  if (here?.sizes.has(span.key) && reading.current?.sizes.length === 0) return 'current size';
  if (offers(here, span)) return null;
  if (follows.item || !reading.current) return 'coming size';
  return span.modifierGrade || span.items.length > 0 ? null : 'nothing';
}

function readAddition(
  reading: Reading,
  span: NameSpan,
  follows: Following,
  offeredHere: boolean,
): NameReading {
  if (offeredHere) return 'current wish';
  if (span.itemGrade === 'full' && (!reading.amount || span.modifierGrade === null)) return 'item';
  if (!follows.isAcrossAnd && offers(itemOf(follows.item), span)) return 'coming wish';
  if (span.modifierGrade === 'full' || reading.amount) return 'current wish';
  return span.items.length > 0 && !(span.modifierGrade && reading.current) ? 'item' : 'current wish';
}

function readBare(reading: Reading, at: number, follows: Following, offeredHere: boolean): NameReading {
  const span = reading.spans[at] as NameSpan;
  if (span.itemGrade === 'full') return 'item';
  if (span.modifierGrade) {
    const isSeparate = reading.pauses[at] !== 'none' || reading.spans[at - 1]?.kind === 'and';
    const isForNext = offers(itemOf(follows.item), span);
    if (isForNext && (isSeparate || !offeredHere)) return 'coming wish';
    if (offeredHere) return 'current wish';
  }
  if (span.items.length > 0) return 'item';
  if (span.modifierGrade === null) return 'nothing';
  return reading.current && !reading.open ? 'current wish' : 'coming wish';
}
