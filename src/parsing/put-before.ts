import type { NumberSpan, Span } from './span.ts';
import type { Token } from './token.ts';
import type { Words } from './words/words.ts';

/** How many spans one word after them may be about. */
const horizon = 16;

/**
 * Languages that say "onions without", "cheese extra" and "coke two" become ones that say "without onions",
 * "extra cheese" and "two coke": whoever reads the spans after this need know one order only.
 */
export function putBefore(spans: readonly Span[], tokens: readonly Token[], words: Words): Span[] {
  const after = words.after!;
  const put: Span[] = [];
  let isCounted = false;
  let hasNumber = false;
  for (const [at, span] of spans.entries()) {
    if (span.kind === 'name' && span.itemGrade !== null && span.modifierGrade === null) {
      isCounted = hasNumber;
      hasNumber = false;
    }
    if (span.kind === 'number' && !span.isArticle) {
      if (!isCounted && after.counts && countsBefore(span, at, spans, tokens, after.counts.unlessBefore)) {
        put.push({ ...span, isTimes: true });
        isCounted = true;
        continue;
      }
      hasNumber = true;
    }
    if (
      span.kind === 'asking' &&
      (after.asks || (span.isAfter && !isOrder(put, tokens))) &&
      tokens[span.from]!.pause === 'none'
    ) {
      put.splice(beginningOfClause(put, tokens), 0, span);
      continue;
    }
    const to = put.length;
    const from = isAfter(span, spans[at + 1], tokens) ? beginning(put, tokens, span) : to;
    if (isAnother(span, spans, at, tokens) && !isCounted) {
      put.push({ kind: 'number', value: 1, isArticle: false, isTimes: true, from: span.from, to: span.to });
      isCounted = true;
      continue;
    }
    if (span.kind === 'removingAfter' && from < to) {
      put.splice(from, 0, { ...span, kind: 'removing' });
      put.push({ kind: 'end', from: span.from, to: span.from });
    } else if (span.kind === 'addingAfter') {
      if (from < to) {
        put.splice(from, 0, { ...span, kind: 'adding' });
        put.push({ kind: 'end', from: span.from, to: span.from });
      } else put.push({ ...span, kind: 'quiet' });
    } else if (span.kind === 'amount' && from < to) {
      put.splice(lastName(put), 0, span);
    } else if (span.kind === 'removingAfter' && isAlsoBefore(span, tokens, words)) {
      put.push({ ...span, kind: 'removing' });
    } else put.push(span);
  }
  return put;
}

/** "コーラもう一つ": another of what was just named, not of that and one more. */
function isAnother(span: Span, spans: readonly Span[], at: number, tokens: readonly Token[]): boolean {
  if (span.kind !== 'others' || span.which !== 'one' || tokens[span.from]!.pause !== 'none') return false;
  let before = at - 1;
  while (spans[before]?.kind === 'quiet' && tokens[spans[before]!.from]!.pause === 'none') before--;
  const name = spans[before];
  return name?.kind === 'name' && name.itemGrade === 'full' && name.modifierGrade === null;
}

/** "Nicht" */
function isAlsoBefore({ from, to }: Span, tokens: readonly Token[], { removing }: Words): boolean {
  const said = tokens.slice(from, to).map(({ word }) => word);
  return removing.includes(said.join(' '));
}

function isAfter(span: Span, next: Span | undefined, tokens: readonly Token[]): boolean {
  if (tokens[span.from]!.pause !== 'none') return false;
  if (span.kind === 'removingAfter' || span.kind === 'addingAfter') return true;
  if (span.kind !== 'amount' || !span.isAfter) return false;
  return !span.isBefore || next?.kind !== 'name' || tokens[next.from]!.pause !== 'none';
}

/** "氷もレモンもなしで": each of them is followed by its "and". */
const trailing = new Set<Span['kind']>(['quiet', 'and']);

/** Where what it is about begins: "onions and pickles | without". */
function beginning(put: readonly Span[], tokens: readonly Token[], after: Span): number {
  let from = put.length;
  let at = put.length - 1;
  while (at >= 0 && trailing.has(put[at]!.kind) && tokens[put[at]!.from]!.pause === 'none') at--;
  for (; at >= Math.max(0, put.length - horizon); at--) {
    const span = put[at]!;
    const isThing =
      span.kind === 'unknown' ||
      (span.kind === 'name' && (span.modifierGrade !== null || span.keyWithoutAmount !== null));
    if (!isThing) break;
    from = at;
    if (put[at - 1]?.kind === 'amount') from = --at;
    const isListed = put[at - 1]?.kind === 'and' || put[at - 1]?.kind === 'or';
    if (after.kind === 'amount' || tokens[put[at]!.from]!.pause !== 'none') break;
    if (isListed) at--;
    else if (span.kind !== 'unknown' || put[at - 1]?.kind !== 'unknown') break;
  }
  return from;
}

/** "Una coca y tiene tiramisú": what stands before it is no part of the question. */
function isOrder(put: readonly Span[], tokens: readonly Token[]): boolean {
  const clause = put.slice(beginningOfClause(put, tokens));
  return clause.some(({ kind }) => kind === 'number') && clause.some(({ kind }) => kind === 'and');
}

function beginningOfClause(put: readonly Span[], tokens: readonly Token[]): number {
  let from = put.length;
  while (from > Math.max(0, put.length - horizon)) {
    from--;
    if (put[from]!.kind === 'asking') return put.length;
    if (tokens[put[from]!.from]!.pause !== 'none') break;
  }
  return from;
}

function lastName(put: readonly Span[]): number {
  let at = put.length - 1;
  while (at > 0 && put[at]!.kind === 'quiet') at--;
  return at;
}

function countsBefore(
  span: NumberSpan,
  at: number,
  spans: readonly Span[],
  tokens: readonly Token[],
  unlessBefore: readonly string[],
): boolean {
  if (tokens[span.from]!.pause !== 'none') return false;
  let before = at - 1;
  while (spans[before]?.kind === 'quiet' && tokens[spans[before]!.from]!.pause === 'none') before--;
  const next = tokens[span.to];
  return spans[before]?.kind === 'name' && !(next && unlessBefore.includes(next.word));
}
