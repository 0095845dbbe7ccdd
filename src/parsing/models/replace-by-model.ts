import type { Menu } from '../../menus/menu.ts';
import type { ParsedOrder, Phrase } from '../order-parser.ts';
import { editsOf } from './edits-of.ts';
import { lineForCart } from './line-for-cart.ts';
import type { ModelReading } from './model-reading.ts';
import { phrasesIn } from './phrases-in.ts';
import { placesOfLine } from './places-of-line.ts';
import { stretches } from './stretches.ts';
import { toldAnew } from './told-anew.ts';

/**
 * The model's lines instead of those of the rules. What the rules know to be about the cart, questions and allergies stay as they have
 * them, and every word that nothing was made of, or that the model says it did not understand, is left over.
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
  const changed = editsOf(text, model.changes, rules, (places) => !stretches.overlap(places, settled));
  const said = [...read.flatMap(placesOfLine), ...changed.covered];
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
    ...toldAnew(menu, told, rules.lines, [...lines, ...changed.lines]),
    lines,
    edits: [...rules.edits, ...changed.edits],
    unmatched: phrasesIn(text, [...left, ...missed]),
    ambiguities: rules.ambiguities.filter(isFree),
    engine: 'model',
  };
}
