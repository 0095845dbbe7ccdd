import { afterThings } from './after-things.ts';
import type { Reading } from './asked.ts';
import { beginAsked } from './begin-asked.ts';
import { changeAsked } from './change-asked.ts';
import { isAbout } from './is-about.ts';
import { itemOf } from './item-of.ts';
import { offers } from './offers.ts';
import { readOnly } from './read-only.ts';
import { referenceAt } from './reference-at.ts';
import { setMood } from './set-mood.ts';
import type { NumberSpan, OntoSpan, Span } from './span.ts';
import { whatFollows } from './what-follows.ts';

/** Words that change what was said before. Returns the number of the next span to read. */
export function readChange(reading: Reading, span: Span, at: number): number {
  switch (span.kind) {
    case 'removing':
      return readRemoving(reading, span, at);
    case 'changing':
      return changeAsked.begin(reading, span, at) ?? at + 1;
    case 'onto':
      return readOnto(reading, span, at);
    case 'again':
      return readAgain(reading, span, at);
    case 'undoing':
      return readUndoing(reading, span, at);
    case 'replacing':
      return readReplacing(reading, span, at);
    case 'correcting':
      if (!(span.isOnly && readOnly(reading, span, at))) reading.isCorrecting = true;
      return at + 1;
    case 'instead':
      if (!changeAsked.instead(reading, span)) reading.absent.push(span);
      return at + 1;
    case 'keeping':
      return readKeeping(reading, span, at);
    case 'clearing':
      // "remove everything except the coke" is more than is understood.
      if (reading.spans[at + 1]?.kind === 'removing') return afterThings(reading, at + 2);
      if (!changeAsked.clear(reading, span)) reading.absent.push(span);
      return at + 1;
    default:
      return at + 1;
  }
}

/** "replace the coke with a latte", "swap one for a latte": one of what was ordered last. */
function readReplacing(reading: Reading, span: Span, at: number): number {
  const { spans, current, joins } = reading;
  setMood(reading, 'without', span);
  reading.replacing = { line: null, said: span };
  const count = spans[at + 1];
  if (count?.kind !== 'number' || count.isArticle || !current) return at + 1;
  const join = afterQuietUntil(reading, at + 2);
  if (!joins[join]) return at + 1;
  current.said.push(span, count);
  reading.replacing = { line: current, said: span, count };
  return join;
}

/** "one | of them | for": joins are courtesy as well. */
function afterQuietUntil({ spans, joins }: Reading, at: number): number {
  let next = at;
  while (spans[next]?.kind === 'quiet' && !joins[next]) next++;
  return next;
}

/** "no onions", but not "no, large". */
function readRemoving(reading: Reading, span: Span, at: number): number {
  const isSentence =
    (at === 0 || reading.pauses[at] !== 'none') &&
    (reading.pauses[at + 1] === 'soft' || reading.spans[at + 1]?.kind === 'changing');
  if (isSentence && reading.current) {
    reading.current.said.push(span);
    reading.isCorrecting = true;
    return at + 1;
  }
  const warned = afterQuiet(reading, at + 1);
  // "not allergic to nuts" warns of nothing.
  const warning = reading.spans[warned]?.kind;
  if (warning === 'warning' || warning === 'ailment') return afterThings(reading, warned + 1);
  setMood(reading, 'without', span);
  const fewer = numberAlone(reading, at + 1);
  if (fewer && reading.current) {
    const { current } = reading;
    current.said.push(span, fewer);
    current.count = (current.count ?? 1) - fewer.value;
    if (current.count < 1) current.fate = 'gone';
    reading.mood = null;
    return at + 2;
  }
  const reference = referenceAt(reading, at + 1, 'removing');
  if (!reference?.isTold) return at + 1;
  changeAsked.remove(reading, reference);
  reading.isFresh = false;
  reading.lead = null;
  return reference.next;
}

/** "don't remove the onions" leaves them on; "don't remove the burger" orders no other. */
function readKeeping(reading: Reading, span: Span, at: number): number {
  const { modifiers, item } = whatFollows(reading, at);
  const isOn = item === null && offers(itemOf(reading.current?.name), modifiers[0]);
  if (isOn) {
    reading.current!.said.push(span);
    setMood(reading, 'with', span);
    return at + 1;
  }
  const next = afterThings(reading, at + 1);
  // "don't replace the burger with fries"
  return reading.joins[next] && reading.pauses[next] === 'none' ? afterThings(reading, next + 1) : next;
}

/** "I don't want it", but not "I don't want it on thin crust". */
function readUndoing(reading: Reading, span: Span, at: number): number {
  if (isAbout(whatFollows(reading, at))) setMood(reading, 'without', span);
  else if (!changeAsked.undo(reading, span)) reading.absent.push(span);
  return at + 1;
}

/** "same again", "the same but without onions". */
function readAgain(reading: Reading, span: Span, at: number): number {
  // "nochmal dasselbe" says it twice and means it once.
  if (isSaidAgain(reading, at)) {
    reading.current?.said.push(span);
    return at + 1;
  }
  const follows = whatFollows(reading, at);
  if (follows.item) return at + 1;
  if (isAbout(follows) && reading.current) beginAsked.copy(reading, [span], reading.current.count);
  else if (!changeAsked.again(reading, span)) reading.absent.push(span);
  return at + 1;
}

function isSaidAgain({ spans }: Reading, at: number): boolean {
  let before = at - 1;
  while (spans[before]?.kind === 'quiet') before--;
  return spans[before]?.kind === 'again';
}

/** "extra cheese on the burger": what was just wished for is the burger's. */
function readOnto(reading: Reading, onto: OntoSpan, at: number): number {
  const reference = referenceAt(reading, at + 1, 'onto');
  if (!reference?.line) {
    // "leave the onions off the burger": of a burger that comes.
    const { open } = reading;
    const follows = reading.spans[at + 1];
    // "gelato al cioccolato"
    if (!open && follows?.kind === 'name' && offers(itemOf(reading.current?.name), follows))
      setMood(reading, 'with', onto);
    if (open && open.wishes.length > 0) {
      open.said.push(onto);
      if (onto.isOff)
        for (const [place, wish] of open.wishes.entries())
          open.wishes[place] = { ...wish, how: wish.how === 'with' ? 'without' : wish.how };
    }
    return at + 1;
  }
  const { line, said, next } = reference;
  for (const { line: other, wish } of reading.recent) {
    other.wishes.splice(other.wishes.indexOf(wish), 1);
    line.wishes.push(onto.isOff ? { ...wish, how: 'without', note: [...wish.note, onto, ...said] } : wish);
  }
  if (reading.open && reading.open.sizes.length === 0 && reading.open.wishes.length === 0)
    reading.open = null;
  reading.recent = [];
  line.said.push(onto, ...said);
  reading.current = line;
  return next;
}

/** "remove one" */
function numberAlone({ spans, pauses }: Reading, at: number): NumberSpan | null {
  const span = spans[at];
  if (span?.kind !== 'number' || span.isArticle || pauses[at] !== 'none') return null;
  const next = spans.slice(at + 1).find(({ kind }) => kind !== 'quiet' && kind !== 'correcting');
  return next === undefined ? span : null;
}

function afterQuiet({ spans }: Reading, at: number): number {
  let next = at;
  while (spans[next]?.kind === 'quiet') next++;
  return next;
}
