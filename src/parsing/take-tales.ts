import type { Span } from './span.ts';
import type { Token } from './token.ts';
import type { Words } from './words/words.ts';

/** "My burger is cold", "the coke was flat": what is told of a dish orders nothing, up to where something else is said; but "water is fine" does. */
export function takeTales(
  spans: readonly Span[],
  tokens: readonly Token[],
  { telling, accepting }: Words,
): Span[] {
  const pauseBefore = (at: number) => tokens[spans[at]!.from]!.pause;
  const isTelling = (at: number) => {
    const span = spans[at];
    if (!span || (span.kind !== 'quiet' && span.kind !== 'unknown') || pauseBefore(at) !== 'none')
      return false;
    const said = tokens.slice(span.from, span.from + 2).map(({ word }) => word);
    return telling.includes(said[0]!) && !accepting.includes(said.join(' '));
  };
  const rest: Span[] = [];
  for (let at = 0; at < spans.length; at++) {
    const isTold = spans[at]!.kind === 'name' && isTelling(at + 1) && spans[at - 1]?.kind !== 'asking';
    const end = isTold ? taleEnd(spans, at + 2, pauseBefore) : null;
    if (end === null) {
      rest.push(spans[at]!);
      continue;
    }
    const before = rest.at(-1);
    const isDefinite = before?.kind === 'quiet' && before.isDefinite === true && pauseBefore(at) === 'none';
    if (isDefinite) rest.pop();
    rest.push({ kind: 'tale', from: isDefinite ? before.from : spans[at]!.from, to: spans[end - 1]!.to });
    at = end - 1;
  }
  return rest;
}

const going = new Set<Span['kind']>(['unknown', 'group', 'quiet', 'others']);

/** Null: nothing is told of it that nobody orders by: "the burger is without onions", "the coke is for me". */
function taleEnd(
  spans: readonly Span[],
  from: number,
  pauseBefore: (at: number) => Token['pause'],
): number | null {
  let end = from;
  while (spans[end] && spans[end]!.kind === 'quiet' && pauseBefore(end) === 'none') end++;
  const told = spans[end];
  if (!told || !(told.kind === 'unknown' || told.kind === 'group') || pauseBefore(end) !== 'none')
    return null;
  while (spans[end] && going.has(spans[end]!.kind) && pauseBefore(end) === 'none') end++;
  return end;
}
