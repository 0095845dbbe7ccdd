import type { Menu } from '../../menus/menu.ts';
import type { ParsedOrder, Phrase } from '../order-parser.ts';
import { lineForCart } from './line-for-cart.ts';
import type { ModelReading } from './model-reading.ts';
import { phrasesIn } from './phrases-in.ts';
import { placesOfLine } from './places-of-line.ts';
import { stretches } from './stretches.ts';
import { toldAnew } from './told-anew.ts';

/**
 * The model's lines instead of those of the rules. What is about the cart, questions and allergies stay as the rules have them, and
 * every word that nothing was made of, or that the model says it did not understand, is left over.
 */
export function replaceByModel(
  text: string,
  menu: Menu,
  rules: ParsedOrder,
  model: ModelReading,
): ParsedOrder {
  const settled = [...rules.retracted, ...[...rules.edits, ...rules.inquiries].map(({ phrase }) => phrase)];
  const read = model.lines.filter(
    ({ said, saidOfChoices }) => !stretches.overlap([said, ...saidOfChoices], settled),
  );
  const said = read.flatMap(placesOfLine);
  const isFree = ({ phrase }: { readonly phrase: Phrase }) => !stretches.overlap([phrase], said);
  const forgotten = rules.lines.filter(isFree).map(({ phrase }) => phrase);
  const left = stretches.without([...rules.unmatched, ...forgotten], said);
  const missed = stretches.without(model.notUnderstood, [
    ...settled,
    ...rules.allergies.map(({ phrase }) => phrase),
  ]);
  const lines = read.map((line) => lineForCart(line, rules.allergies));
  const told = {
    warnings: rules.warnings.filter((warning) => warning.code === 'CHOICE_REQUIRED' || isFree(warning)),
    questions: rules.questions,
  };
  return {
    ...rules,
    ...toldAnew(menu, told, rules.lines, lines),
    lines,
    unmatched: phrasesIn(text, [...left, ...missed]),
    ambiguities: rules.ambiguities.filter(isFree),
    engine: 'model',
  };
}
