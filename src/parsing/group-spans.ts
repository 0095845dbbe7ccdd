import { addWish } from './add-wish.ts';
import type { AskedOrder, Reading } from './asked.ts';
import { askedFor } from './asked-for.ts';
import { beginAsked } from './begin-asked.ts';
import { changeAsked } from './change-asked.ts';
import { comesWith } from './comes-with.ts';
import { isAlternative } from './is-alternative.ts';
import { itemOf } from './item-of.ts';
import { keysIn } from './keys-in.ts';
import type { PhraseBook } from './phrase-book.ts';
import { readAfterwards } from './read-afterwards.ts';
import { readAmount } from './read-amount.ts';
import { readAnd } from './read-and.ts';
import { readChange } from './read-change.ts';
import { readEach } from './read-each.ts';
import { readGroup } from './read-group.ts';
import { readName } from './read-name.ts';
import { readNumber } from './read-number.ts';
import { readOthers } from './read-others.ts';
import { readRemovedToo } from './read-removed-too.ts';
import { readUnknown } from './read-unknown.ts';
import { readWarning } from './read-warning.ts';
import { refersBack } from './refers-back.ts';
import { setMood } from './set-mood.ts';
import type { NameSpan, Span } from './span.ts';
import type { Token } from './token.ts';

/** Reads the spans once, left to right, and gathers them into lines. What no line takes stays unclaimed. */
export function groupSpans(
  spans: readonly Span[],
  tokens: readonly Token[],
  book: PhraseBook,
  { asked, about, isAboutSure }: Pick<Reading, 'asked' | 'about' | 'isAboutSure'>,
): AskedOrder {
  const reading: Reading = {
    spans,
    pauses: spans.map((span) => tokens[span.from]!.pause),
    joins: spans.map(
      ({ kind, from, to }) => kind === 'by' || (to - from === 1 && book.joins.has(tokens[from]!.word)),
    ),
    dashes: spans.map((span) => tokens[span.from]!.isDashed),
    asked,
    about,
    isAboutSure,
    removed: null,
    hasReplaced: false,
    warnings: [],
    absent: [],
    changing: null,
    replacing: null,
    isCorrecting: false,
    recent: [],
    open: null,
    waiting: [],
    current: about.at(-1) ?? null,
    every: null,
    mood: null,
    moodSpan: null,
    isFresh: false,
    amount: null,
    only: null,
    or: null,
    lead: null,
  };
  for (let at = 0; at < spans.length; ) at = read(reading, at);
  for (const left of [...reading.waiting, reading.open]) beginAsked.leave(reading, left);
  return reading;
}

/** Returns the number of the next span to read. */
function read(reading: Reading, at: number): number {
  const removed = readRemovedToo(reading, at);
  if (removed !== null) return removed;
  const span = reading.spans[at]!;
  if (reading.replacing && reading.joins[at]) {
    setMood(reading, 'with', span);
    reading.replacing.line?.said.push(span);
    if (!reading.replacing.line) {
      reading.current?.said.push(span);
      reading.replacing = null;
    }
    return at + 1;
  }
  if (reading.pauses[at] === 'hard') reading.changing = null;
  switch (span.kind) {
    case 'number':
      return readEach(reading, span, at) ?? readNumber(reading, at);
    case 'others':
      return readEach(reading, span, at) ?? readOthers(reading, span, at);
    case 'every':
      return readOthers(reading, span, at);
    case 'adding':
      setMood(reading, 'with', span);
      return at + 1;
    case 'removing':
    case 'changing':
    case 'replacing':
    case 'undoing':
    case 'instead':
    case 'clearing':
    case 'correcting':
    case 'keeping':
    case 'again':
    case 'onto':
      return readChange(reading, span, at);
    case 'warning':
    case 'warningAfter':
    case 'ailment':
      return readWarning(reading, span, at);
    case 'amount':
      return readAmount(reading, span, at);
    case 'name':
      return readNamed(reading, span, at);
    case 'unknown':
      return readUnknown(reading, at);
    case 'group':
    case 'aside':
      return readGroup(reading, span, at);
    case 'end':
      setMood(reading, null, span);
      return at + 1;
    case 'and':
      return readAnd(reading, span, at);
    case 'or':
      reading.or = span;
      return at + 1;
    default:
      return at + 1;
  }
}

function readNamed(reading: Reading, span: NameSpan, at: number): number {
  if (readAfterwards(reading, keysIn(span), span, at)) return at + 2;
  const known = reading.mood === null ? refersBack(reading, at) : null;
  if (known) {
    known.said.push(span);
    reading.current = known;
    return at + 1;
  }
  if (reading.dashes[at] && !reading.open && comesWith(itemOf(reading.current?.name), span)) {
    addWish(reading, 'without', keysIn(span), span, 'current');
    return at + 1;
  }
  const as = readName(reading, at);
  if (as === 'removed') {
    const { lead } = reading;
    // "Quita una coca", of two: where "a" is the number one it takes one, and so it may elsewhere.
    const some = lead?.value ?? null;
    const said = lead ? [lead, span] : [span];
    changeAsked.remove(reading, { line: askedFor(reading, span), some, said, next: at + 1 });
    reading.lead = null;
    reading.isFresh = false;
  } else if (as === 'item') {
    const before = isAlternative(reading, at) ? reading.current : null;
    beginAsked.item(reading, span);
    if (before && reading.current && reading.current !== before && before.existing === null)
      reading.current.orElse = before;
  } else if (as === 'coming size') {
    (reading.open ?? beginAsked.open(reading, [], null)).sizes.push(span);
  } else if (as === 'current size') {
    for (const line of reading.every ?? [reading.current ?? beginAsked.open(reading, [], null)])
      line.sizes.push(span);
  } else if (as === 'left out') {
    const { mood, moodSpan, current } = reading;
    addWish(reading, mood!, keysIn(span), span, 'current');
    // "remove the bacon and the cokes"
    if (current?.existing && moodSpan?.kind === 'removing' && moodSpan.isVerb)
      reading.removed = { line: null, to: at + 1, isVerb: false };
    if (
      mood === 'warning' &&
      moodSpan?.kind === 'warning' &&
      moodSpan.isAlsoOff &&
      comesWith(itemOf(current?.name), span)
    )
      addWish(reading, 'without', keysIn(span), span, 'current');
  } else if (as !== 'nothing') {
    const { only } = reading;
    if (reading.mood !== 'with') setMood(reading, 'with', span);
    reading.only = only;
    addWish(reading, 'with', keysIn(span), span, as === 'coming wish' ? 'coming' : 'current');
  }
  return at + 1;
}
