import type { Reading } from './asked.ts';
import type { NumberSpan, OthersSpan } from './span.ts';
import { whatFollows } from './what-follows.ts';

/** No sentence lists more. */
const mostLines = 100;

/** "a burger and fries, two of each": of what this sentence named. Of anything else it is unclear, and left over. Returns the number of the next span to read, null where no "each" is counted. */
export function readEach(reading: Reading, number: NumberSpan | OthersSpan, at: number): number | null {
  const { spans, pauses } = reading;
  let next = at + 1;
  while (spans[next]?.kind === 'quiet' && pauses[next] === 'none') next++;
  const every = spans[next];
  if (
    every?.kind !== 'every' ||
    every.which !== 'all' ||
    pauses[next] !== 'none' ||
    (number.kind === 'number' && number.isArticle)
  )
    return null;
  if (reading.open || whatFollows(reading, next).item) return null;
  const lines = reading.asked
    .slice(-mostLines)
    .filter(({ existing, partOf, fate, name }) => !existing && !partOf && fate === null && name !== null);
  if (lines.length < 2) return next + 1;
  if (number.kind === 'others') return next + 1;
  // "two burgers and fries, one of each" says two things, and is left over.
  if (lines.some(({ count }) => count !== null && count !== 1)) return next + 1;
  for (const line of lines) line.count = number.value;
  lines.at(-1)!.said.push(number, every);
  return next + 1;
}
