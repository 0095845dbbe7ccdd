import type { ChosenLines } from './choose-lines.ts';
import { isConnector } from './is-connector.ts';
import type { MinorWords, ParsedOrder, Phrase } from './order-parser.ts';
import type { PhraseBook } from './phrase-book.ts';
import type { Span } from './span.ts';
import type { Transcript } from './transcript.ts';
import { withMinor } from './with-minor.ts';

type Told = 'lines' | 'edits' | 'retracted';
type Fate = 'taken' | 'unknown' | 'filler' | 'connector';

/** Everything that no line was made of. Nothing escapes: it starts from all tokens. */
export function leftOver(
  spans: readonly Span[],
  chosen: Pick<ChosenLines, Told | 'used' | 'refused'> & Pick<ParsedOrder, 'allergies'>,
  transcript: Transcript,
  book: PhraseBook,
): Pick<ParsedOrder, 'unmatched' | 'unknown' | 'minor'> {
  const { tokens } = transcript;
  const fates = new Array<Fate>(tokens.length).fill('unknown');
  const inLines = tokensOfLines(chosen, transcript);
  for (const span of spans) fates.fill(fateOf(span, inLines, transcript, book), span.from, span.to);
  for (const { from, to } of chosen.refused) fates.fill('unknown', from, to);
  // Of a line that was refused its parts may have words, too: what no span tells is not taken.
  for (const { from, to } of chosen.used)
    for (let at = from; at < to; at++) if (inLines[at]) fates[at] = 'taken';

  const inAddress = new Set(
    spans
      .filter(({ kind }) => kind === 'address' || kind === 'tale')
      .flatMap(({ from, to }) => range(from + 1, to)),
  );
  const unknown: Phrase[] = [];
  const minor: MinorWords[] = [];
  for (let from = 0; from < fates.length; from++) {
    const fate = fates[from]!;
    let to = from + 1;
    while (fates[to] === fate && (tokens[to]!.pause === 'none' || inAddress.has(to))) to++;
    if (fate === 'unknown') unknown.push(transcript.phrase({ from, to }));
    else if (fate !== 'taken')
      minor.push({ ...transcript.phrase({ from, to }), isFiller: fate === 'filler' });
    from = to - 1;
  }
  return { unmatched: withMinor(transcript.text, unknown, minor), unknown, minor };
}

function fateOf(span: Span, inLines: Uint8Array, transcript: Transcript, book: PhraseBook): Fate {
  if (span.kind === 'inquiry') return 'taken';
  if (!isConnector(span) && !mayBeFiller.has(span.kind)) return 'unknown';
  if (book.isFiller(transcript.wordsOf(span))) return 'filler';
  if (!isConnector(span)) return 'unknown';
  return inLines[span.from] ? 'taken' : 'connector';
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, more) => from + more);
}

const mayBeFiller = new Set<Span['kind']>(['quiet', 'onto', 'changing']);

/** The words between those of a line are in its span. */
function tokensOfLines(
  { lines, edits, retracted, allergies }: Pick<ParsedOrder, Told | 'allergies'>,
  { text, tokens }: Transcript,
): Uint8Array {
  const letters = new Uint8Array(text.length);
  for (const { start, end } of [...lines, ...edits, ...allergies].map(({ phrase }) => phrase))
    letters.fill(1, start, end);
  for (const { start, end } of retracted) letters.fill(1, start, end);
  return Uint8Array.from(tokens, ({ start }) => letters[start]!);
}
