import type { AskingSpan, NameSpan, Span } from './span.ts';

export interface Asking {
  readonly about: AskingSpan['about'];
  readonly from: number;
  readonly to: number;
  readonly names: readonly NameSpan[];
}

/** Takes questions out of what was said, whole, so that nothing asked about is ordered. */
export function takeInquiries(
  spans: readonly Span[],
  pauses: readonly ('none' | 'soft' | 'hard')[],
): { rest: Span[]; askings: Asking[] } {
  const rest: Span[] = [];
  const askings: Asking[] = [];
  for (let at = 0; at < spans.length; ) {
    const span = spans[at]!;
    if (span.kind !== 'asking') {
      rest.push(span);
      at++;
      continue;
    }
    let next = at + 1;
    if (span.about !== 'order') while (next < spans.length && goesOn(spans, pauses, next)) next++;
    while (next > at + 1 && !belongs(spans[next - 1]!)) next--;
    const asked = spans.slice(at, next);
    // What asks may have been said after what it asks about.
    const from = Math.min(...asked.map((each) => each.from));
    const to = Math.max(...asked.map((each) => each.to));
    askings.push({ about: span.about, from, to, names: asked.filter((each) => each.kind === 'name') });
    rest.push({ kind: 'inquiry', from, to });
    at = next;
  }
  return { rest, askings };
}

function goesOn(spans: readonly Span[], pauses: readonly string[], at: number): boolean {
  const span = spans[at]!;
  if (pauses[at] === 'hard') return false;
  if (pauses[at] === 'soft') return span.kind === 'name';
  if (span.kind === 'and' || span.kind === 'or') {
    const next = spans[at + 1];
    return next?.kind === 'name' || (next?.kind === 'number' && next.isArticle);
  }
  if (span.kind === 'number') return span.isArticle;
  return ['name', 'quiet', 'unknown', 'aside', 'group', 'asking', 'amount', 'onto'].includes(span.kind);
}

function belongs({ kind }: Span): boolean {
  return kind === 'name' || kind === 'unknown' || kind === 'asking' || kind === 'group';
}
