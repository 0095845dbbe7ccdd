import type { Asked, Reading } from './asked.ts';
import { beginAsked } from './begin-asked.ts';
import { isAbout } from './is-about.ts';
import { itemOf } from './item-of.ts';
import { offers } from './offers.ts';
import { referenceAt } from './reference-at.ts';
import { setMood } from './set-mood.ts';
import type { EverySpan, NumberSpan, OthersSpan } from './span.ts';
import { type Following, whatFollows } from './what-follows.ts';

/** No cart has more. */
const mostLines = 100;

/** "the other two with …", "both with …". Returns the number of the next span to read. */
export function readOthers(reading: Reading, span: OthersSpan | EverySpan, at: number): number {
  return span.kind === 'others' ? readSome(reading, span, at) : readEvery(reading, span, at);
}

/** "the other two with …" */
function readSome(reading: Reading, span: OthersSpan, at: number): number {
  const counted = numberAfter(reading, at);
  const last = counted ? at + 1 : at;
  const said = counted ? [span, counted] : [span];
  const follows = whatFollows(reading, last);
  const pointed = pointedAt(reading, span, at);
  if (pointed) {
    pointed.line.said.push(...pointed.said);
    reading.current = pointed.line;
    return pointed.next;
  }
  if (span.which === null) return last + 1;
  const whole = reading.current?.partOf ?? reading.current;
  if (follows.item || !whole) {
    beginAsked.open(reading, said, counted?.value ?? 1);
  } else if (span.isMore && whole.taken === 0 && isAbout(further(reading, last))) {
    reading.current = thatMay(reading, last) ?? whole;
    beginAsked.copy(reading, said, counted?.value ?? 1);
  } else if (!isAbout(follows) && span.which === 'one' && !(reading.mood === 'without' && reading.isFresh)) {
    whole.count = (whole.count ?? 1) + (counted?.value ?? 1);
    whole.said.push(...said);
  } else if (follows.wish || follows.sizes.length > 0 || follows.modifiers.length > 0) {
    const rest = Math.max(1, (whole.count ?? 1) - whole.taken);
    const count = counted?.value ?? (span.which === 'rest' ? rest : 1);
    beginAsked.same(reading, said, count, reading.spans[at - 1]?.kind === 'and');
  }
  return last + 1;
}

/** "the second one large", of what was ordered before. */
function pointedAt(reading: Reading, span: OthersSpan, at: number) {
  const { current } = reading;
  if (span.nth === null || !current?.existing || current.said.length > 0 || reading.open) return null;
  const reference = referenceAt(reading, at, 'changing');
  return reference?.line && isAbout(whatFollows(reading, reference.next - 1))
    ? { ...reference, line: reference.line }
    : null;
}

/** What follows, also after a comma: "one more, no onions". */
function further(reading: Reading, at: number): Following {
  const follows = whatFollows(reading, at);
  const next = reading.spans[at + 1];
  const isWish = next?.kind === 'removing' || next?.kind === 'adding' || next?.kind === 'amount';
  if (isAbout(follows) || reading.pauses[at + 1] !== 'soft' || !isWish) return follows;
  const after = whatFollows(reading, at + 1);
  return after.item && after.modifiers.length === 0 ? follows : { ...after, item: null };
}

/** Of the lines that the last words were about the last that may be had so. */
function thatMay(reading: Reading, at: number): Asked | null {
  const { current, about } = reading;
  const [modifier] = further(reading, at).modifiers;
  if (!current?.existing || current.said.length > 0 || !modifier) return null;
  return about.findLast((line) => offers(itemOf(line.name), modifier)) ?? null;
}

/** "both with …", "all three without …": of several of one item, else of the items just named. */
function readEvery(reading: Reading, span: EverySpan, at: number): number {
  const counted = numberAfter(reading, at);
  const last = counted ? at + 1 : at;
  const follows = whatFollows(reading, last);
  const wholes = reading.asked.slice(-mostLines).filter((line) => line.partOf === null);
  if (!isAbout(follows) && reading.recent.length > 0 && wholes.length > 1) {
    shareRecent(reading, span, span.which === 'both' ? wholes.slice(-2) : wholes);
    return last + 1;
  }
  if (!isAbout(follows) || follows.item || wholes.length === 0) return at + 1;
  const whole = reading.current?.partOf ?? reading.current ?? wholes.at(-1)!;
  const lines: readonly Asked[] =
    (whole.count ?? 1) >= 2
      ? [whole]
      : span.which === 'both' || counted
        ? wholes.slice(-(counted?.value ?? 2))
        : wholes;
  if (lines.length === 0) return at + 1;
  lines[0]!.said.push(span, ...(counted ? [counted] : []));
  setMood(reading, null, span);
  reading.open = null;
  reading.every = lines;
  return last + 1;
}

function numberAfter(reading: Reading, at: number): NumberSpan | null {
  const next = reading.spans[at + 1];
  return next?.kind === 'number' && !next.isArticle && reading.pauses[at + 1] === 'none' ? next : null;
}

/** "add cheese to both": what was just wished for is wished for on each. */
function shareRecent(reading: Reading, span: EverySpan, lines: readonly Asked[]): void {
  const wishes = new Set(reading.recent.map(({ wish }) => wish));
  for (const line of lines) {
    for (const wish of wishes) if (!line.wishes.includes(wish)) line.wishes.push(wish);
    line.said.push(span);
  }
  reading.recent = [];
}
