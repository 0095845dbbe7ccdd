import type { Menu } from '../../menus/menu.ts';
import type { ParsedOrder, Phrase } from '../order-parser.ts';
import { withMinor } from '../with-minor.ts';
import { editsOf } from './edits-of.ts';
import { ledUpTo } from './led-up-to.ts';
import { lineForCart } from './line-for-cart.ts';
import { minorLeft } from './minor-left.ts';
import type { ModelReading } from './model-reading.ts';
import { phrasesIn } from './phrases-in.ts';
import { placesOfLine } from './places-of-line.ts';
import { stretches } from './stretches.ts';
import { toldAnew } from './told-anew.ts';
import { wordsKept } from './words-kept.ts';

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
  const withConnectors = ledUpTo(text, rules.minor);
  const settled = [...rules.retracted, ...[...rules.edits, ...rules.inquiries].map(({ phrase }) => phrase)];
  const made = model.lines.filter(
    ({ said, saidOfChoices }) => !stretches.overlap([said, ...saidOfChoices], settled),
  );
  const changed = editsOf(text, model.changes, rules, (places) => !stretches.overlap(places, settled));
  const said = [...made.flatMap(placesOfLine), ...changed.covered];
  const isFree = ({ phrase }: { readonly phrase: Phrase }) => !stretches.overlap([phrase], said);
  const read = made.map((line) => ({
    line: withConnectors(lineForCart(line, rules.allergies)),
    places: placesOfLine(line),
  }));
  const { lines, forgotten } = wordsKept(text, rules.lines, read);
  const left = stretches.without([...rules.unknown, ...forgotten.map(({ phrase }) => phrase)], said);
  const missed = stretches.without(model.notUnderstood, [
    ...settled,
    ...rules.allergies.map(({ phrase }) => phrase),
  ]);
  const edits = [...rules.edits, ...changed.edits.map(withConnectors)];
  const spans = [...lines, ...edits].map(({ phrase }) => phrase);
  const unknown = phrasesIn(text, [...left, ...missed]);
  const minor = minorLeft(text, rules.minor, [...spans, ...unknown]);
  const told = {
    warnings: rules.warnings.filter((warning) => warning.code === 'CHOICE_REQUIRED' || isFree(warning)),
    questions: rules.questions,
  };
  return {
    ...rules,
    ...toldAnew(menu, told, rules.lines, [...lines, ...changed.lines]),
    lines,
    edits,
    ...{ unknown, minor, unmatched: withMinor(text, unknown, minor) },
    ambiguities: rules.ambiguities.filter(isFree),
    engine: 'model',
  };
}
