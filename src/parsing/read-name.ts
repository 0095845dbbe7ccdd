import type { Reading } from './asked.ts';
import { askedFor } from './asked-for.ts';
import { comesWith } from './comes-with.ts';
import { itemOf } from './item-of.ts';
import type { IndexedItem } from './menu-index.ts';
import { offers } from './offers.ts';
import type { NameSpan, Span } from './span.ts';
import { type Following, whatFollows } from './what-follows.ts';

/** What a name is here: "coming" belongs to an item that is still to be heard, "current" to the one before. */
export type NameReading =
  | 'left out'
  /** It was ordered before, and is no longer wanted. */
  | 'removed'
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
  if (reading.mood === 'without' && !reading.open) {
    const removal = readRemoval(reading, at, follows, offeredHere);
    if (removal) return removal;
  }
  if (reading.mood === 'without' || reading.mood === 'warning') {
    if (isLeftOut(reading, at, offeredHere, comesWith(here, span))) return 'left out';
    if (
      span.items.length > 0 &&
      ((span.itemGrade === 'full' && !isListed(reading, at, offeredHere)) || !offeredHere)
    )
      return 'item';
  }
  if (span.itemGrade === 'full' && isAside(reading, at)) return 'item';
  if (span.isSize && span.itemGrade !== 'full') {
    const size = readSize(reading, span, follows, here);
    if (size) return size;
  }
  return reading.mood === 'with'
    ? readAddition(reading, span, follows, offeredHere)
    : readBare(reading, at, follows, offeredHere);
}

/** "no coffee after all": an item that was ordered, not something that comes with one. */
function readRemoval(
  reading: Reading,
  at: number,
  follows: Following,
  offeredHere: boolean,
): 'item' | 'removed' | null {
  const span = reading.spans[at] as NameSpan;
  if (!reading.isFresh) return null;
  // "steak and eggs without the eggs"
  const isOfItself =
    span.itemGrade === 'part' && !isOfEarlier(reading) && askedFor(reading, span) === reading.current;
  if (isOfItself) return null;
  if (reading.replacing && !reading.replacing.line && askedFor(reading, span)) return 'item';
  if (span.items.length === 0 || offeredHere) return null;
  const isOrdered = askedFor(reading, span) !== null;
  const { moodSpan } = reading;
  const isVerb = moodSpan?.kind === 'removing' && moodSpan.isVerb;
  // "remove the burger the cokes and the fries", but "no onion burger"
  const isDish = span.itemGrade === 'full' && (isVerb || span.modifierGrade === null);
  if (follows.item && !(isOrdered && isDish)) return null;
  // Where nothing was ordered before, "a burger, no fries" says how the burger shall come.
  const isAbout = !reading.current || isOfEarlier(reading);
  return isOrdered || (isAbout && span.itemGrade === 'full') ? 'removed' : null;
}

/** The line before is one of an earlier sentence, and nothing was said of it in this one. */
function isOfEarlier({ current }: Reading): boolean {
  return current?.existing != null && current.said.length === 0 && current.wishes.length === 0;
}

function isLeftOut(reading: Reading, at: number, offeredHere: boolean, isThere: boolean): boolean {
  const span = reading.spans[at] as NameSpan;
  if (reading.isFresh && reading.mood === 'warning') return true;
  if (reading.isFresh) return reading.pauses[at] === 'none' || span.itemGrade !== 'full' || offeredHere;
  const before = reading.spans[at - 1]?.kind;
  if (before === 'or') return true;
  // "no basil and extra cheese"
  if (span.keyWithoutAmount !== null) return false;
  // "no beans red salsa": said without a pause, only what the item comes with is still being left out.
  if (before !== 'and' && reading.pauses[at] === 'none' && !isThere) return false;
  return span.modifierGrade !== null && (span.itemGrade !== 'full' || offeredHere);
}

function readSize(
  reading: Reading,
  span: NameSpan,
  follows: Following,
  here: IndexedItem | null,
): NameReading | null {
  if (reading.open) return 'coming size';
  if (reading.changing && !follows.item) return 'current size';
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
  return span.items.length > 0 ? 'item' : 'current wish';
}

function readBare(reading: Reading, at: number, follows: Following, offeredHere: boolean): NameReading {
  const span = reading.spans[at] as NameSpan;
  if (span.itemGrade === 'full' && !isListed(reading, at, offeredHere)) return 'item';
  if (span.modifierGrade) {
    const isSeparate =
      reading.pauses[at] !== 'none' || reading.spans[at - 1]?.kind === 'and' || isOfEarlier(reading);
    const isForNext = offers(itemOf(follows.item), span);
    if (isForNext && (isSeparate || !offeredHere)) return 'coming wish';
    if (offeredHere) return 'current wish';
  }
  if (span.items.length > 0) return 'item';
  if (span.modifierGrade === null) return 'nothing';
  // "それから赤ワインを三つ": nothing of what came before.
  if (!offeredHere && reading.pauses[at] !== 'none' && isCountedAfter(reading, at, follows))
    return 'coming wish';
  return reading.current && !reading.open ? 'current wish' : 'coming wish';
}

const courteous = new Set<Span['kind'] | undefined>(['quiet', 'correcting']);

/** "chicken salad guacamole cheese": one after the other, without an "and" or "a". */
function isListed(reading: Reading, at: number, offeredHere: boolean): boolean {
  if (!offeredHere || reading.pauses[at] !== 'none') return false;
  let before = at - 1;
  // "statt Pommes lieber Ofenkartoffeln"
  if (reading.mood === 'without') while (courteous.has(reading.spans[before]?.kind)) before--;
  return reading.spans[before]?.kind === 'name';
}

function isCountedAfter({ spans }: Reading, at: number, { sizes }: Following): boolean {
  let next = at + 1;
  while (spans[next]?.kind === 'quiet') next++;
  const span = spans[next];
  return sizes.length > 0 || (span?.kind === 'number' && span.isTimes);
}

/** "a side of guacamole", "guacamole on the side". */
function isAside(reading: Reading, at: number): boolean {
  if (reading.spans[at - 1]?.kind === 'aside' && reading.pauses[at] === 'none') return true;
  return (
    reading.spans[at + 1]?.kind === 'aside' &&
    reading.pauses[at + 1] === 'none' &&
    reading.spans[at + 2]?.kind !== 'name'
  );
}
