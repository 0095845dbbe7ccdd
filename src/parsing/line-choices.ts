import type { MenuModifierGroup } from '../menus/menu.ts';
import type { Wish } from './asked.ts';
import type { OfferedModifier } from './menu-index.ts';

/** What becomes of the wishes for one line. */
export interface LineChoices {
  /** By modifier id, in the order asked for. */
  readonly added: Map<string, Chosen>;
  readonly removed: Map<string, Chosen>;
  readonly notes: string[];
  readonly accepted: Wish[];
  readonly refused: Refusal[];
}

export interface Chosen extends OfferedModifier {
  readonly wish: Wish;
}

export interface Refusal {
  readonly wish: Wish;
  readonly code: 'SOLD_OUT' | 'MODIFIER_NOT_OFFERED' | 'TOO_MANY_CHOICES' | 'AMBIGUOUS';
  readonly group: MenuModifierGroup | null;
  readonly candidates: readonly string[];
}
