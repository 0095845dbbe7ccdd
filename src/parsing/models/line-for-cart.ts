import type { Allergy, ParsedLine } from '../order-parser.ts';
import type { ModelLine } from './model-reading.ts';
import { stretches } from './stretches.ts';

/** Without where its words were, and with every allergy for the kitchen to read, as the rules write it on each line. */
export function lineForCart(
  { said, saidOfChoices, saidOfNote, ...line }: ModelLine,
  allergies: readonly Allergy[],
): ParsedLine {
  const untold = allergies.filter(({ phrase }) => !saidOfNote || !stretches.overlap([phrase], [saidOfNote]));
  const note = [line.note, ...untold.map(({ phrase }) => phrase.text)].filter(Boolean).join(', ');
  return { ...line, note: note || null };
}
