import { isConnector } from './is-connector.ts';
import type { PhraseBook } from './phrase-book.ts';
import type { Span, Stretch } from './span.ts';
import type { Token } from './token.ts';
import { wordsOf } from './words-of.ts';

const other = 0;
const filler = 1;
const before = 2;
const after = 3;

/** Words of a line → the same with the connectors that lead up to them, "add | two cokes", or stand after what they add, "チーズ | 追加". */
export type LeadUp = (words: Stretch) => Stretch;

export function leadUp(spans: readonly Span[], tokens: readonly Token[], book: PhraseBook): LeadUp {
  const roles = new Uint8Array(tokens.length).fill(other);
  const ends = new Set(spans.filter(({ kind }) => kind === 'end').map(({ from }) => from));
  for (const span of spans) {
    const isFiller = () => book.isFiller(wordsOf(tokens, span));
    if (span.kind === 'quiet' || (isConnector(span) && isFiller())) roles.fill(filler, span.from, span.to);
    else if (isConnector(span)) roles.fill(ends.has(span.from) ? after : before, span.from, span.to);
  }
  const froms = new Map<number, number>();
  for (let at = 0, from = -1; at < tokens.length; at++) {
    if (tokens[at]!.pause === 'hard') from = -1;
    if (roles[at] === before && from < 0) from = at;
    if (roles[at] === before || roles[at] === filler) continue;
    if (from >= 0) froms.set(at, from);
    from = -1;
  }
  const tos = new Map<number, number>();
  for (let at = tokens.length - 1, to = -1; at >= 0; at--) {
    if (roles[at] === after && to < 0) to = at + 1;
    if (roles[at] === other && to >= 0) tos.set(at + 1, to);
    if (roles[at] === before || roles[at] === other || tokens[at]!.pause === 'hard') to = -1;
  }
  return ({ from, to }) => ({ from: froms.get(from) ?? from, to: tos.get(to) ?? to });
}
