import type { ChosenLines } from './choose-lines.ts';
import type { Phrase } from './order-parser.ts';
import type { Span } from './span.ts';
import type { Transcript } from './transcript.ts';

/** Everything that no line was made of and that is not mere courtesy, neighbours together. Nothing escapes: it starts from all tokens. */
export function leftOver(
  spans: readonly Span[],
  chosen: Pick<ChosenLines, 'used' | 'refused'>,
  transcript: Transcript,
): Phrase[] {
  const isLeft = new Uint8Array(transcript.tokens.length).fill(1);
  for (const span of spans) if (isQuiet(span)) isLeft.fill(0, span.from, span.to);
  for (const { from, to } of chosen.refused) isLeft.fill(1, from, to);
  for (const { from, to } of chosen.used) isLeft.fill(0, from, to);
  const phrases: Phrase[] = [];
  for (let from = 0; from < isLeft.length; from++) {
    if (!isLeft[from]) continue;
    let to = from + 1;
    while (isLeft[to] && transcript.tokens[to]!.pause === 'none') to++;
    phrases.push(transcript.phrase({ from, to }));
    from = to - 1;
  }
  return phrases;
}

function isQuiet(span: Span): boolean {
  if (span.kind === 'onto' || span.kind === 'changing') return span.isQuiet;
  return (
    span.kind === 'quiet' ||
    span.kind === 'inquiry' ||
    span.kind === 'correcting' ||
    span.kind === 'and' ||
    span.kind === 'adding'
  );
}
