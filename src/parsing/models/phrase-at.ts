import type { Phrase } from '../order-parser.ts';
import type { Place } from './stretches.ts';

export function phraseAt(text: string, { start, end }: Place): Phrase {
  return { text: text.slice(start, end), start, end };
}
