import type { AskingSpan, NameSpan, Span } from './span.ts';

export interface Asking {
  readonly about: AskingSpan['about'];
  readonly from: number;
  readonly to: number;
  readonly names: readonly NameSpan[];
  /** Whether it asks for something not to be so: "is it nut free". */
  readonly isAbsence: boolean;
}

type Pauses = readonly ('none' | 'soft' | 'hard')[];

/** Takes questions out of what was said, whole, so that nothing asked about is ordered. */
export function takeInquiries(spans: readonly Span[], pauses: Pauses): { rest: Span[]; askings: Asking[] } {
  const rest: Span[] = [];
  const askings: Asking[] = [];
  for (let at = 0; at < spans.length; ) {
    const span = spans[at]!;
    if (span.kind !== 'asking' || !isFirst(span, spans, pauses, at)) {
      const { from, to } = span;
      if (span.kind === 'asking') rest.push({ kind: span.isQuiet ? 'quiet' : 'unknown', from, to });
      else rest.push(span);
      at++;
      continue;
    }
    let next = at + 1;
    if (span.about !== 'order') while (next < spans.length && goesOn(spans, pauses, at, next)) next++;
    while (next > at + 1 && !belongs(spans[next - 1]!)) next--;
    const asked = spans.slice(at, next);
    // What asks may have been said after what it asks about.
    const from = Math.min(...asked.map((each) => each.from));
    const to = Math.max(...asked.map((each) => each.to));
    const names = asked.filter((each) => each.kind === 'name');
    askings.push({
      about: span.about,
      from,
      to,
      names,
      isAbsence: asked.some(({ kind }) => denying.has(kind)),
    });
    rest.push({ kind: 'inquiry', from, to });
    at = next;
  }
  return { rest, askings };
}

const denying = new Set<Span['kind']>(['removing', 'removingAfter', 'warning', 'warningAfter', 'ailment']);

/** "Is the burger vegan", but not "what I want is the burger": the latter begins no clause. */
function isFirst({ about }: AskingSpan, spans: readonly Span[], pauses: Pauses, at: number): boolean {
  if (about !== 'details') return true;
  let first = at;
  while (first > 0 && pauses[first] === 'none' && leads(spans[first - 1]!)) first--;
  return first === 0 || pauses[first] !== 'none' || spans[first - 1]!.kind === 'asking';
}

function leads(span: Span): boolean {
  if (span.kind === 'quiet') return span.isOpening === true;
  return span.kind === 'and' || span.kind === 'or' || span.kind === 'correcting';
}

const going = new Set<Span['kind']>([
  ...(['name', 'quiet', 'unknown', 'aside', 'group', 'asking', 'amount', 'onto', 'adding'] as const),
  ...(['removing', 'removingAfter', 'warning', 'warningAfter', 'ailment', 'others', 'every'] as const),
]);

function goesOn(spans: readonly Span[], pauses: Pauses, begin: number, at: number): boolean {
  const span = spans[at]!;
  const { about } = spans[begin] as AskingSpan;
  if (pauses[at] === 'hard') return false;
  if (pauses[at] === 'soft') return span.kind === 'name' && about !== 'details';
  if (span.kind === 'and' || span.kind === 'or') return isListed(spans, begin, at);
  if (span.kind === 'number')
    return span.isArticle || !spans.slice(begin, at).some(({ kind }) => kind === 'name');
  if (span.kind === 'quiet' && span.isRequest) return false;
  return going.has(span.kind);
}

/** "Do you have a coke and a latte", "are the burger and the fries vegan", but "is it vegan and a coke please". */
function isListed(spans: readonly Span[], begin: number, at: number): boolean {
  const next = spans[at + 1];
  if ((spans[begin] as AskingSpan).about !== 'details')
    return next?.kind === 'name' || (next?.kind === 'number' && next.isArticle);
  if (next?.kind === 'name' || next?.kind === 'unknown') return true;
  const isPredicated = spans.slice(begin, at).some(({ kind }) => kind === 'unknown' || denying.has(kind));
  return next?.kind === 'quiet' && !next.isRequest && !isPredicated && spans[at + 2]?.kind === 'name';
}

function belongs({ kind }: Span): boolean {
  return kind === 'name' || kind === 'unknown' || kind === 'asking' || kind === 'group' || denying.has(kind);
}
