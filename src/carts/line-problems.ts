import type { ErrorCode } from '../errors.ts';
import type { ChoiceReason } from '../menus/choice-problem.ts';
import type { PricedLine } from './price-lines.ts';

export interface LineProblem {
  readonly code: ErrorCode;
  readonly reason: ChoiceReason | 'NOT_ENOUGH' | 'PRICE_CHANGED';
  /** Of the item, variant, group or modifier that it is about. */
  readonly subjectId: string;
  /** How many of that are left, wanted at least, or allowed at most. */
  readonly count?: number | null;
  readonly message: string;
  /** When it may be ordered again, as far as is known. */
  readonly availableAt?: Date | null;
}

/** Why a line cannot be ordered as it is. Another price than the guest agreed to is one until the guest agrees to that. */
export function lineProblems({ itemId, priced, agreedPrice, onlyLeft }: PricedLine): LineProblem[] {
  const { problem, unitPrice, title } = priced;
  if (problem) return [problem];
  return [
    ...(onlyLeft ? [tooFewLeft(onlyLeft)] : []),
    ...(agreedPrice !== null && agreedPrice !== unitPrice ? [otherPrice(itemId, title)] : []),
  ];
}

function tooFewLeft({ id: subjectId, left: count }: NonNullable<PricedLine['onlyLeft']>): LineProblem {
  return { code: 'ITEM_UNAVAILABLE', reason: 'NOT_ENOUGH', subjectId, count, message: `Only ${count} left.` };
}

function otherPrice(subjectId: string, title: string): LineProblem {
  const message = `${title} has another price since it was added.`;
  return { code: 'PRICE_CHANGED', reason: 'PRICE_CHANGED', subjectId, message };
}
