import type { ParsedOrder, ParseWarningCode } from '../order-parser.ts';
import { type Place, stretches } from './stretches.ts';

/** What the rules left over and somebody else may understand. What they understood and the restaurant has not is no riddle. */
export function leftToModel({ unknown, ambiguities, warnings }: ParsedOrder): Place[] {
  const known = warnings.filter(({ code }) => understood.has(code)).map(({ phrase }) => phrase);
  return stretches.without([...unknown, ...ambiguities.map(({ phrase }) => phrase)], known);
}

const understood: ReadonlySet<ParseWarningCode> = new Set([
  'SOLD_OUT',
  'OUTSIDE_WINDOW',
  'QUANTITY_OUT_OF_RANGE',
  'TOO_MANY_CHOICES',
  'NOT_IN_CART',
]);
