import type { Asked, Reading } from './asked.ts';
import { askedFor } from './asked-for.ts';
import { changeAsked } from './change-asked.ts';
import { isLast } from './is-last.ts';
import { itemOf } from './item-of.ts';
import { offers } from './offers.ts';
import { referenceAt } from './reference-at.ts';
import type { AmountSpan, NameSpan, NumberSpan, Stretch } from './span.ts';

/** "two fewer cokes", "less coke", "one less": takes off what was ordered. Null where it is less of something on a dish: "less onions". */
export function readFewer(reading: Reading, span: AmountSpan, at: number): number | null {
  return isLast(reading, at) ? readAfter(reading, span, at) : readBefore(reading, span, at);
}

/** "two fewer cokes" */
function readBefore(reading: Reading, span: AmountSpan, at: number): number | null {
  const next = reading.spans[at + 1]!;
  if (next.kind === 'name' && (next.items.length === 0 || offers(itemOf(reading.current?.name), next)))
    return null;
  const reference = referenceAt(reading, at + 1, 'removing');
  if (!reference && next.kind !== 'name') return null;
  const number = numberBefore(reading, at);
  const said = [...(number ? [number] : []), span, ...(reference?.said ?? [next])];
  // The number began a line, which this is not.
  if (number && reading.open?.said.includes(number)) reading.open = null;
  return takeOff(reading, reference?.line ?? null, number?.value ?? 1, said, reference?.next ?? at + 2);
}

/** "one less", "one coke less" */
function readAfter(reading: Reading, span: AmountSpan, at: number): number | null {
  const { asked, current, spans } = reading;
  const number = numberBefore(reading, at);
  if (number) return takeOff(reading, current, number.value, [number, span], at + 1);
  if (!current || current.existing || current !== asked.at(-1) || current.name !== spans[at - 1]) return null;
  const name = current.name as NameSpan;
  asked.pop();
  reading.current = null;
  const line = askedFor(reading, name);
  return takeOff(reading, line, current.count ?? 1, [...current.said, span], at + 1);
}

function takeOff(
  reading: Reading,
  line: Asked | null,
  some: number,
  said: readonly Stretch[],
  next: number,
): number {
  reading.moodSpan = null;
  reading.mood = null;
  changeAsked.remove(reading, { line, some, said, next });
  reading.removed = null;
  return next;
}

function numberBefore({ spans, pauses }: Reading, at: number): NumberSpan | null {
  const before = spans[at - 1];
  return before?.kind === 'number' && !before.isArticle && pauses[at] === 'none' ? before : null;
}
