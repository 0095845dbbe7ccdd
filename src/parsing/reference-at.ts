import type { Asked, Reading } from './asked.ts';
import { askedFor } from './asked-for.ts';
import { isMeant, type Quality } from './is-meant.ts';
import { qualitiesAt } from './qualities-at.ts';
import type { NameSpan, NumberSpan, Stretch } from './span.ts';

export interface Reference {
  /** Null: it is clear that a line is meant, and there is none such. */
  readonly line: Asked | null;
  /** How many of it; null: all. */
  readonly some: number | null;
  /** Null where it was not called by its name: "the last one". */
  readonly name: NameSpan | null;
  /** All of it, and whether it is more than a name. */
  readonly said: readonly Stretch[];
  readonly isTold: boolean;
  /** The span after it. */
  readonly next: number;
}

/** For what: "remove the burger with bacon" tells a burger from others, "make the burger with bacon" does not. */
type Purpose = 'removing' | 'changing' | 'onto';

const mostQualities = 4;

/** No cart has more. */
const mostLines = 100;

/** Far enough for any phrase a person says, near enough to keep the whole linear. */
const horizon = 16;

/**
 * Words that begin here and mean a line there is: "the coke", "one of the large pizzas", "the ham and olive pizza", "the burger with
 * bacon", "the one without", "the second burger", "the last one".
 */
export function referenceAt(reading: Reading, at: number, purpose: Purpose): Reference | null {
  const { spans, pauses } = reading;
  const qualities: Quality[] = [];
  const said: Stretch[] = [];
  let count: NumberSpan | null = null;
  let nth: number | null = null;
  let next = at;
  /** After an ordinal that may stand alone. */
  let bare = at;
  const found = (name: NameSpan | null, to: number) => {
    const head = { name, count, nth, qualities, said, next: to };
    return resolved(reading, head, purpose);
  };
  for (; next < Math.min(spans.length, at + horizon) && (next === at || pauses[next] === 'none'); next++) {
    const span = spans[next]!;
    if (span.kind === 'others' && span.nth !== null && nth === null && qualities.length === 0) {
      nth = span.nth;
      said.push(span);
      bare = next + 1;
    } else if (span.kind === 'number') {
      said.push(span);
      if (isPronoun(reading, at, next, qualities)) return found(null, next + 1);
      if (qualities.length === 0) count = span;
    } else if (span.kind === 'name') {
      const isHere = span.items.length > 0 && askedFor(reading, span, qualities) !== null;
      const isMore = spans[next + 1]?.kind === 'name' && pauses[next + 1] === 'none';
      said.push(span);
      if (isHere && !(isMore && span.itemGrade !== 'full')) return found(span, next + 1);
      const isOther = span.itemGrade === 'full' && span.modifierGrade === null && !span.isSize;
      if (isOther || qualities.length === mostQualities) break;
      qualities.push({ name: span, how: 'with' });
    } else if (span.kind === 'and' && qualities.length === 0) break;
    else if (span.kind === 'onto' ? next > at : !['quiet', 'aside', 'and'].includes(span.kind)) break;
  }
  if (nth === null) {
    // "Cancel the small", but not "no large".
    const isSize = qualities.length > 0 && qualities.every(({ name }) => name.isSize);
    return purpose === 'removing' && isSize && spans[at]!.kind === 'quiet' ? found(null, next) : null;
  }
  // "The last one", "the last two", "the second one | large"
  const number = spans[bare];
  const isCounted = number?.kind === 'number' && !number.isArticle && pauses[bare] === 'none';
  count = isCounted ? number : null;
  qualities.length = 0;
  said.length = 1;
  if (isCounted) said.push(number);
  return found(null, isCounted ? bare + 1 : bare);
}

/** "the large one", "the one with bacon" */
function isPronoun(reading: Reading, from: number, at: number, qualities: readonly Quality[]): boolean {
  const { spans, pauses } = reading;
  const span = spans[at]!;
  if (spans[at - 1]?.kind === 'and') return false;
  if (span.kind !== 'number' || span.isArticle || span.value !== 1) return false;
  const next = spans[at + 1];
  // "The large one burger" is no one.
  // "remove the large one", but not "no pickles, one no onions"
  if (qualities.length > 0 && reading.spans[from]!.kind !== 'quiet') return false;
  if (qualities.length > 0) return !(next?.kind === 'name' && next.items.length > 0 && !next.isSize);
  const after = next?.kind;
  return pauses[at + 1] === 'none' && (after === 'adding' || after === 'removing');
}

interface Head extends Pick<Reference, 'name' | 'next'> {
  readonly count: NumberSpan | null;
  readonly nth: number | null;
  readonly qualities: readonly Quality[];
  readonly said: readonly Stretch[];
}

function resolved(reading: Reading, head: Head, purpose: Purpose): Reference {
  const { name, nth, count } = head;
  const after = qualitiesAt(reading, head.next, name);
  const isEnd = !after || reading.pauses[after.next] !== 'none';
  const all = [...head.qualities, ...(after?.qualities ?? [])];
  const isClear = after && askedFor(reading, name, all) !== null && !(purpose === 'changing' && isEnd);
  // Where no line is such, it says how one shall become; unless it goes.
  const takes = after !== null && (isClear || purpose === 'removing' || name === null);
  const qualities = takes ? all : head.qualities;
  // With what is gone since the sentence began: "remove the first and the second".
  const several =
    nth === null ? [] : reading.asked.slice(-mostLines).filter((line) => isMeant(line, name, qualities));
  const isOne = several.length === 1 && nth !== null && Math.abs(nth) <= (several[0]!.count ?? 1);
  const isOnly = isOne || (several.length === 1 && count !== null);
  const line =
    nth === null
      ? askedFor(reading, name, qualities)
      : (several.at(nth > 0 ? nth - 1 : nth) ?? (isOnly ? several[0]! : null));
  const number = count && !count.isArticle ? count.value : null;
  return {
    line:
      line?.fate || (nth !== null && name === null && number !== null && several.length > 1) ? null : line,
    some: number ?? (isOne ? 1 : null),
    name,
    said: [...head.said, ...(takes ? after.said : [])],
    isTold: qualities.length > 0 || nth !== null || name === null,
    next: takes ? after.next : head.next,
  };
}
