import type { Span } from './span.ts';
import type { Token } from './token.ts';
import type { Words } from './words/words.ts';

/** Words in the longest name of a street. */
const mostOfName = 4;

/** "deliver to 22 coke street", "to 22 coke street": where to bring it orders nothing, and is nobody's. Nor does what was eaten yesterday. */
export function takeAddresses(spans: readonly Span[], tokens: readonly Token[], { streets }: Words): Span[] {
  const isStreet = (at: number) => {
    const span = spans[at];
    return span?.kind === 'unknown' && streets.includes(tokens[span.from]!.word);
  };
  const rest: Span[] = [];
  for (let at = 0; at < spans.length; ) {
    const end = addressEnd(spans, tokens, at, isStreet);
    if (end === null) {
      rest.push(spans[at]!);
      at++;
      continue;
    }
    const kind = spans[at]!.kind === 'recalling' ? 'tale' : 'address';
    rest.push({ kind, from: spans[at]!.from, to: spans[end - 1]!.to });
    at = end;
  }
  return rest;
}

type IsStreet = (at: number) => boolean;

function addressEnd(
  spans: readonly Span[],
  tokens: readonly Token[],
  at: number,
  isStreet: IsStreet,
): number | null {
  const first = spans[at]!;
  const isNamed = first.kind === 'number' && !first.isArticle && isStreetAfter(spans, tokens, at, isStreet);
  if (first.kind !== 'addressing' && first.kind !== 'recalling' && !isNamed) return null;
  let hasStreet = false;
  let end = at + 1;
  for (; end < spans.length; end++) {
    const { kind, from } = spans[end]!;
    const { pause } = tokens[from]!;
    if (pause === 'hard') break;
    const mayEnd = pause === 'soft' || kind === 'and' || hasStreet;
    if (mayEnd && end > at + 1 && isOrder(spans, tokens, end)) break;
    hasStreet ||= isStreet(end);
  }
  return end;
}

/** "22 | coke street" */
function isStreetAfter(
  spans: readonly Span[],
  tokens: readonly Token[],
  at: number,
  isStreet: IsStreet,
): boolean {
  for (let next = at + 1; next <= at + mostOfName && spans[next]; next++) {
    if (tokens[spans[next]!.from]!.pause !== 'none') return false;
    if (isStreet(next)) return next > at + 1;
    if (spans[next]!.kind !== 'name' && spans[next]!.kind !== 'unknown') return false;
  }
  return false;
}

/** Whether an order begins here, and not a further part of the address: ", a burger", "and I'd like fries", but not ", 5 latte lane". */
function isOrder(spans: readonly Span[], tokens: readonly Token[], at: number): boolean {
  for (let next = at; next < Math.min(spans.length, at + 2 * mostOfName); next++) {
    const span = spans[next]!;
    if (next > at && tokens[span.from]!.pause !== 'none') return false;
    if (span.kind === 'quiet' && span.isRequest) return true;
    if (span.kind === 'name' && span.itemGrade === 'full') {
      const after = spans[next + 1];
      return after?.kind !== 'unknown' || tokens[after.from]!.pause !== 'none';
    }
    if (verbs.has(span.kind)) return true;
    if (!passing.has(span.kind)) return false;
  }
  return false;
}

const passing = new Set<Span['kind']>(['quiet', 'and', 'number', 'name', 'amount', 'aside', 'others']);
const verbs = new Set<Span['kind']>([
  ...(['adding', 'removing', 'changing', 'replacing', 'undoing', 'clearing', 'asking'] as const),
  ...(['warning', 'ailment', 'keeping', 'address', 'addressing'] as const),
]);
