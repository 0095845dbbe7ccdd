import type { MinorWords } from '../order-parser.ts';
import { phrasesIn } from './phrases-in.ts';
import { type Place, stretches } from './stretches.ts';

/** Minor words that are in none of these. */
export function minorLeft(text: string, minor: readonly MinorWords[], taken: readonly Place[]): MinorWords[] {
  return minor.flatMap((words) =>
    phrasesIn(text, stretches.without([words], taken)).map((phrase) => ({
      ...phrase,
      isFiller: words.isFiller,
    })),
  );
}
