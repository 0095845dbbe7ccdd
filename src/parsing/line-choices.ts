import type { MenuModifierGroup } from '../menus/menu.ts';
import type { Wish } from './asked.ts';
import type { OfferedModifier } from './menu-index.ts';
import type { Candidate } from './order-parser.ts';

/** What becomes of the wishes for one line. */
export interface LineChoices {
  /** By modifier id, in the order asked for. */
  readonly added: Map<string, Chosen>;
  readonly removed: Map<string, Chosen>;
  /** Ids of what was added before more than once, each further time. */
  readonly again: readonly string[];
  readonly notes: string[];
  readonly accepted: Wish[];
  readonly spoken: SpokenChoice[];
  readonly refused: Refusal[];
}

export interface Chosen extends OfferedModifier {
  /** Null: it was so before. */
  readonly wish: Wish | null;
}

export interface Refusal {
  readonly wish: Wish;
  readonly code: 'SOLD_OUT' | 'MODIFIER_NOT_OFFERED' | 'TOO_MANY_CHOICES' | 'AMBIGUOUS';
  readonly group: MenuModifierGroup | null;
  readonly candidates: readonly Candidate[];
}

export interface SpokenChoice {
  readonly wish: Wish;
  readonly offered: readonly OfferedModifier[];
  readonly wanted: boolean;
}
