import { addWish } from './add-wish.ts';
import type { Asked, AskedOrder, Reading } from './asked.ts';
import { beginAsked } from './begin-asked.ts';
import { keysIn } from './keys-in.ts';
import { readName } from './read-name.ts';
import { readNumber } from './read-number.ts';
import type { AmountSpan, EverySpan, NameSpan, NumberSpan, OthersSpan, Span, Stretch } from './span.ts';
import type { Token } from './token.ts';
import { whatFollows } from './what-follows.ts';

/** Reads the spans once, left to right, and gathers them into lines. What no line takes stays unclaimed. */
export function groupSpans(spans: readonly Span[], tokens: readonly Token[]): AskedOrder {
  const reading: Reading = {
    spans,
    pauses: spans.map((span) => tokens[span.from]!.pause),
    asked: [],
    warnings: [],
    open: null,
    waiting: [],
    current: null,
    every: null,
    mood: null,
    moodSpan: null,
    isFresh: false,
    amount: null,
    or: null,
    lead: null,
  };
  for (let at = 0; at < spans.length; ) at = read(reading, at);
  return reading;
}

/** Returns the number of the next span to read. */
function read(reading: Reading, at: number): number {
  const span = reading.spans[at]!;
  switch (span.kind) {
    case 'number':
      readNumber(reading, at);
      return at + 1;
    case 'others':
      return readOthers(reading, span, at);
    case 'every':
      return readEvery(reading, span, at);
    case 'adding':
      setMood(reading, 'with', span);
      return at + 1;
    case 'removing':
      setMood(reading, 'without', span);
      return at + 1;
    case 'warning':
      setMood(reading, 'warning', span);
      return at + 1;
    case 'amount':
      return readAmount(reading, span, at);
    case 'name':
      return readNamed(reading, span, at);
    case 'unknown':
      return readUnknown(reading, at);
    case 'or':
      reading.or = span;
      return at + 1;
    default:
      return at + 1;
  }
}

function setMood(reading: Reading, mood: Reading['mood'], span: Span): void {
  reading.mood = mood;
  reading.moodSpan = span;
  reading.isFresh = true;
  reading.amount = null;
  reading.lead = null;
}

/** "no extra cheese" leaves off the extra cheese; elsewhere "extra" adds. */
function readAmount(reading: Reading, span: AmountSpan, at: number): number {
  const { lead } = reading;
  if (!reading.isFresh || reading.mood === null) setMood(reading, 'with', span);
  reading.lead = lead;
  reading.amount = span;
  return at + 1;
}

/** "the other two with …" */
function readOthers(reading: Reading, span: OthersSpan, at: number): number {
  const counted = numberAfter(reading, at);
  const last = counted ? at + 1 : at;
  const said = counted ? [span, counted] : [span];
  const follows = whatFollows(reading, last);
  const whole = reading.current?.partOf ?? reading.current;
  if (follows.item || !whole) {
    beginAsked.open(reading, said, counted?.value ?? 1);
  } else if (follows.wish || follows.sizes.length > 0 || follows.modifiers.length > 0) {
    const rest = Math.max(1, (whole.count ?? 1) - whole.taken);
    const count = counted?.value ?? (span.which === 'rest' ? rest : 1);
    beginAsked.same(reading, said, count, reading.spans[at - 1]?.kind === 'and');
  }
  return last + 1;
}

/** "both with …", "all three without …": of several of one item, else of the items just named. */
function readEvery(reading: Reading, span: EverySpan, at: number): number {
  const counted = numberAfter(reading, at);
  const last = counted ? at + 1 : at;
  const follows = whatFollows(reading, last);
  const wholes = reading.asked.filter((line) => line.partOf === null);
  const isAbout = follows.wish || follows.sizes.length > 0 || follows.modifiers.length > 0;
  if (!isAbout || follows.item || wholes.length === 0) return at + 1;
  const whole = reading.current?.partOf ?? reading.current!;
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

function readNamed(reading: Reading, span: NameSpan, at: number): number {
  if (readAfterwards(reading, keysIn(span), span, at)) return at + 2;
  const as = readName(reading, at);
  if (as === 'item') {
    beginAsked.item(reading, span);
  } else if (as === 'coming size') {
    (reading.open ?? beginAsked.open(reading, [], null)).sizes.push(span);
  } else if (as === 'current size') {
    for (const line of reading.every ?? [reading.current!]) line.sizes.push(span);
  } else if (as === 'left out') {
    addWish(reading, reading.mood!, keysIn(span), span, 'current');
  } else if (as !== 'nothing') {
    if (reading.mood !== 'with') setMood(reading, 'with', span);
    addWish(reading, 'with', keysIn(span), span, as === 'coming wish' ? 'coming' : 'current');
  }
  return at + 1;
}

/** Words nobody knows are a note when left out, a refusal when added, and otherwise nobody's. */
function readUnknown(reading: Reading, at: number): number {
  let next = at + 1;
  while (reading.spans[next]?.kind === 'unknown' && reading.pauses[next] === 'none') next++;
  const thing = { from: reading.spans[at]!.from, to: reading.spans[next - 1]!.to };
  if (readAfterwards(reading, [], thing, next - 1)) return next + 1;
  // What was begun was begun for this, not for the next item on the menu.
  if (reading.open && reading.mood === null && whatFollows(reading, next - 1).item === null)
    reading.open = null;
  const before = reading.spans[at - 1]?.kind;
  const isMore = reading.mood !== 'with' && (before === 'and' || before === 'or');
  if (reading.mood !== null && (reading.isFresh || reading.amount || isMore))
    addWish(reading, reading.mood, [], thing, 'current');
  return next;
}

/** "onion free", "nut allergy": what is left out stands before the word that says so. */
function readAfterwards(reading: Reading, keys: readonly string[], thing: Stretch, at: number): boolean {
  const after = reading.spans[at + 1];
  if (after?.kind !== 'removingAfter' && after?.kind !== 'warningAfter') return false;
  if (reading.pauses[at + 1] !== 'none') return false;
  const isAhead = whatFollows(reading, at + 1).item !== null;
  setMood(reading, 'with', after);
  const how = after.kind === 'warningAfter' ? 'warning' : 'without';
  addWish(reading, how, keys, { from: thing.from, to: after.to }, isAhead ? 'coming' : 'current');
  reading.mood = null;
  return true;
}
