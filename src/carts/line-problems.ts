import type { ErrorCode } from '../errors.ts';
import type { PricedLine } from './price-lines.ts';

export interface LineProblem {
  readonly code: ErrorCode;
  readonly message: string;
  /** When it may be ordered again, as far as is known. */
  readonly availableAt?: Date | null;
}

/** Why a line cannot be ordered as it is. Another price than the guest agreed to is one until the guest agrees to that. */
export function lineProblems({ priced, agreedPrice }: PricedLine): LineProblem[] {
  const { problem, unitPrice, title } = priced;
  if (problem) return [problem];
  if (agreedPrice === null || agreedPrice === unitPrice) return [];
  return [{ code: 'PRICE_CHANGED', message: `${title} has another price since it was added.` }];
}
