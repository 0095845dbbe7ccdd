import type { Menu } from '../../menus/menu.ts';
import type { ParsedLine, ParsedOrder } from '../order-parser.ts';
import { withMinor } from '../with-minor.ts';
import { editsOf } from './edits-of.ts';
import { enriched } from './enriched.ts';
import { itemById } from './item-by-id.ts';
import { ledUpTo } from './led-up-to.ts';
import { leftToModel } from './left-to-model.ts';
import { lineForCart } from './line-for-cart.ts';
import { minorLeft } from './minor-left.ts';
import type { ModelLine, ModelReading } from './model-reading.ts';
import { phraseAt } from './phrase-at.ts';
import { phrasesIn } from './phrases-in.ts';
import { placesOfLine } from './places-of-line.ts';
import { type Place, stretches } from './stretches.ts';
import { toldAnew } from './told-anew.ts';

/**
 * Of what the model read only what the rules had left over: new lines from words that were no line's, what words beside a line add to
 * it, and what they change in the cart. Everything that the rules were sure of stays, and so does every word that is still nothing.
 */
export function completeByModel(
  text: string,
  menu: Menu,
  rules: ParsedOrder,
  model: ModelReading,
): ParsedOrder {
  const open = leftToModel(rules);
  const phrases = [...rules.lines, ...rules.edits, ...rules.inquiries].map(({ phrase }) => phrase);
  const sure = stretches.without([...phrases, ...rules.retracted], open);
  const lines: ParsedLine[] = [...rules.lines];
  const covered: Place[] = [];
  const withConnectors = ledUpTo(text, rules.minor);
  const spanOf = (places: readonly Place[]) => phraseAt(text, stretches.hull(places));
  for (const line of model.lines) {
    const places = placesOfLine(line);
    if (!stretches.overlap(places, open)) continue;
    const at = lines.findIndex((known) => isSame(known, line, places));
    if (at >= 0) {
      const more = enriched(itemById(menu, line.itemId), lines[at]!, line, open);
      if (more) lines[at] = { ...more.line, phrase: spanOf([lines[at]!.phrase, ...more.covered]) };
      covered.push(...(more?.covered ?? []));
    } else if (!stretches.overlap(places, sure)) {
      lines.push(withConnectors(lineForCart(line, rules.allergies)));
      covered.push(...places);
    }
  }
  const changed = editsOf(
    text,
    model.changes,
    rules,
    (places) => stretches.overlap(places, open) && !stretches.overlap(places, sure),
  );
  covered.push(...changed.covered);
  const used = stretches.without(covered, model.notUnderstood);
  const found = stretches.without(open, stretches.without(open, used));
  if (found.length === 0) return rules;
  const isOpen = ({ phrase }: { readonly phrase: Place }) => !stretches.overlap([phrase], found);
  const told = {
    warnings: rules.warnings.filter((warning) => warning.code === 'CHOICE_REQUIRED' || isOpen(warning)),
    questions: rules.questions,
  };
  const gone = rules.lines.filter((line) => !lines.includes(line));
  const fresh = lines.filter((line) => !rules.lines.includes(line));
  const edits = [...rules.edits, ...changed.edits.map(withConnectors)];
  const spans = [...lines, ...edits].map(({ phrase }) => phrase);
  const unknown = phrasesIn(text, stretches.without(rules.unknown, found));
  const minor = minorLeft(text, rules.minor, [...spans, ...unknown]);
  return {
    ...rules,
    ...toldAnew(menu, told, gone, [...fresh, ...changed.lines]),
    edits,
    lines: lines.sort((one, other) => one.phrase.start - other.phrase.start),
    ...{ unknown, minor, unmatched: withMinor(text, unknown, minor) },
    ambiguities: rules.ambiguities.filter(isOpen),
    engine: `${rules.engine}+model`,
  };
}

/** The model read again what the rules had read. */
function isSame(known: ParsedLine, line: ModelLine, places: readonly Place[]): boolean {
  return known.itemId === line.itemId && stretches.overlap(places, [known.phrase]);
}
