import { fold } from '../fold.ts';
import type { Splitter } from './tokenise.ts';

/** The longest word looked for, in characters. */
const longest = 16;
/** An unknown character costs more than a known word, so that the fewest are left unknown and then the fewest words are made. */
const unknown = 1.6;

/**
 * Cuts a run of Chinese or Japanese where most of it is words that are known: the language's own and the menu's.
 * What is left is cut as ICU's dictionary does, since a part of a name may be all that a guest says of it.
 */
export function splitUnspaced(language: string, isKnown: (word: string) => boolean): Splitter {
  let segmenter: Intl.Segmenter | undefined;
  const wordsOf = (text: string): string[] => {
    segmenter ??= new Intl.Segmenter(language, { granularity: 'word' });
    return [...segmenter.segment(text)].map(({ segment }) => segment);
  };
  return (written) => {
    if (!/[\u3005-\u30ff\u3400-\u9fff\uff66-\uff9f]/.test(written)) return [written];
    const units = written.match(unit) ?? [];
    return piecesOf(units, isKnown).flatMap(({ text, isWord }) =>
      isWord || text.length < 2 || /^[ァ-ヿ]+$/.test(text) ? [text] : wordsOf(text),
    );
  };
}

/** A letter with its marks; letters of other scripts stay together. */
const unit = /[a-z]+|[^\p{M}ﾞﾟ][\p{M}ﾞﾟ]*|[\p{M}ﾞﾟ]+/giu;

interface Piece {
  text: string;
  readonly isWord: boolean;
}

function piecesOf(units: readonly string[], isKnown: (word: string) => boolean): Piece[] {
  const folded = units.map(fold);
  const cost = [0];
  const from: number[] = [0];
  const isWord: boolean[] = [false];
  for (let to = 1; to <= units.length; to++) {
    cost[to] = cost[to - 1]! + unknown;
    from[to] = to - 1;
    isWord[to] = false;
    let text = '';
    for (let at = to - 1; at >= Math.max(0, to - longest); at--) {
      text = folded[at]! + text;
      if (cost[at]! + 1 >= cost[to]! || !isKnown(text)) continue;
      cost[to] = cost[at]! + 1;
      from[to] = at;
      isWord[to] = true;
    }
  }
  const pieces: Piece[] = [];
  for (let to = units.length; to > 0; to = from[to]!) {
    const text = units.slice(from[to]!, to).join('');
    const next = pieces.at(-1);
    if (next && !next.isWord && !isWord[to]) next.text = text + next.text;
    else pieces.push({ text, isWord: isWord[to]! });
  }
  return pieces.reverse();
}
