import type { ErrorCode } from '../errors.ts';
import type { PricedLine } from './price-lines.ts';

export interface LineProblem {
  readonly code: ErrorCode;
  readonly message: string;
  /** When it may be ordered again, as far as is known. */
  readonly availableAt?: Date | null;
}

/** Why a line cannot be ordered as it is. Another price than the guest agreed to is one until the guest agrees to that. */
export function lineProblems({ priced, agreedPrice, onlyLeft }: PricedLine): LineProblem[] {
  const { problem, unitPrice, title } = priced;
  if (problem) return [problem];
  const problems: LineProblem[] = [];
  if (onlyLeft !== null) problems.push({ code: 'ITEM_UNAVAILABLE', message: `Only ${onlyLeft} left.` });
  if (agreedPrice !== null && agreedPrice !== unitPrice)
    problems.push({ code: 'PRICE_CHANGED', message: `${title} has another price since it was added.` });
  return problems;
}
