import type { Reading } from './asked.ts';
import { beginAsked } from './begin-asked.ts';
import { itemOf } from './item-of.ts';
import { offers } from './offers.ts';
import type { NameSpan, NumberSpan, Span } from './span.ts';
import { type Following, whatFollows } from './what-follows.ts';

/** A number counts what follows, or what went before ("coke x2"), or begins a part of it ("one without basil"). Returns the number of the next span to read. */
export function readNumber(reading: Reading, at: number): number {
  const span = reading.spans[at] as NumberSpan;
  const follows = whatFollows(reading, at);
  const isJoined = reading.spans[at - 1]?.kind === 'and';
  const current = reading.open ? null : reading.current;
  if (reading.spans[at + 1]?.kind === 'group' && (reading.open ?? current) && !span.isArticle) {
    // "a large two topping pizza"
    (reading.open ?? current)!.said.push(span);
    return at + 1;
  }
  if (reading.changing && !reading.open && !isOfWish(reading, at, follows)) {
    readNewCount(reading, span, follows);
  } else if (isOfWish(reading, at, follows)) {
    reading.lead = span;
  } else if (reading.open?.wishes.length && reading.open.count === null && span.isTimes) {
    // "赤ワインを三つ": red, of what is only had red or white.
    reading.open.count = span.value;
    reading.open.said.push(span);
  } else if (current && current.count === null && !isJoined && isAfterwards(reading, at, follows)) {
    current.count = span.value;
    current.said.push(span);
  } else if (current?.name && isCorrection(reading, at, follows)) {
    current.count = span.value;
    current.said.push(span);
  } else if (follows.item || !current?.name || !isOfSame(reading, follows)) {
    beginAsked.open(reading, [span], span.value);
  } else if (span.isArticle && !isJoined && current.sizes.length === 0 && follows.sizes.length > 0) {
    current.said.push(span);
  } else {
    beginAsked.same(reading, [span], span.value, isJoined);
  }
  return at + 1;
}

/** "make that two", "make that two cokes", "make that a coke". */
function readNewCount(reading: Reading, span: NumberSpan, follows: Following): void {
  const { changing } = reading;
  const count = span.isArticle ? null : span.value;
  if (follows.item) {
    beginAsked.open(reading, [span], count);
    return;
  }
  changing!.line.count = count ?? changing!.line.count;
  changing!.line.said.push(span);
}

/** "two cokes, no, three", or "three" after a sentence that ordered two. */
function isCorrection(
  reading: Reading,
  at: number,
  { item, sizes, modifiers, wish, unknown }: Following,
): boolean {
  const span = reading.spans[at] as NumberSpan;
  if (span.isArticle || item || wish || unknown || sizes.length > 0 || modifiers.length > 0) return false;
  const before = reading.spans[at - 1]?.kind;
  const isOnlyThat = reading.spans
    .slice(Math.max(0, at - 8), at)
    .every(({ kind }) => kind === 'quiet' || kind === 'correcting');
  const isOfEarlier = isOnlyThat && reading.current?.existing != null && reading.current.said.length === 0;
  return (
    before === undefined ||
    (before === 'quiet' && isOfEarlier) ||
    before === 'removing' ||
    before === 'changing' ||
    before === 'correcting'
  );
}

/** "with two shots", "without a bun", "and an extra shot". */
function isOfWish(reading: Reading, at: number, follows: Following): boolean {
  const span = reading.spans[at] as NumberSpan;
  const here = reading.open ? null : itemOf(reading.current?.name);
  const isFresh = reading.mood !== null && reading.isFresh && reading.pauses[at] === 'none';
  if (isFresh && reading.mood !== 'with') return true;
  const named = nextName(reading.spans, at);
  if (isFresh && offers(here, named)) return true;
  if (follows.item || !here) return false;
  if (span.isArticle && follows.wish && !isFollowedByHow(reading.spans, at)) return true;
  const isOffered = offers(here, follows.modifiers[0]);
  return isOffered && follows.sizes.length === 0 && (span.isArticle || !hasMore(reading, span.value));
}

/** "Zwei Margheritas, eine ohne Basilikum": where the article is the number one, it may stand for one of several. */
function isFollowedByHow(spans: readonly Span[], at: number): boolean {
  return spans[at + 1]?.kind === 'removing' || spans[at + 1]?.kind === 'adding';
}

function nextName(spans: readonly Span[], at: number): NameSpan | undefined {
  let next = at + 1;
  while (spans[next]?.kind === 'quiet') next++;
  const span = spans[next];
  return span?.kind === 'name' ? span : undefined;
}

function hasMore(reading: Reading, count: number): boolean {
  const whole = reading.current?.partOf ?? reading.current;
  return whole?.count == null || whole.count - whole.taken >= Math.max(count, 1);
}

function isAfterwards(reading: Reading, at: number, follows: Following): boolean {
  const span = reading.spans[at] as NumberSpan;
  if (span.isArticle || reading.pauses[at] === 'hard') return false;
  if (span.isTimes) return true;
  return (
    !follows.item &&
    follows.sizes.length === 0 &&
    follows.modifiers.length === 0 &&
    !follows.wish &&
    !follows.unknown
  );
}

function isOfSame(reading: Reading, follows: Following): boolean {
  // "six large sprites", sprites not being on the menu, are not six more of what came before.
  if (follows.unknown) return false;
  const here = itemOf(reading.current?.name);
  if (follows.sizes.length > 0)
    return here === null || follows.sizes.every((size) => here.sizes.has(size.key));
  return follows.wish || follows.modifiers.some((modifier) => offers(here, modifier));
}
