import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleAll,
  handleWhen,
  type IRetryBackoffContext,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import type { Model, ModelQuestion, ModelReply } from './model.ts';
import { ModelError } from './model-error.ts';

export interface Patience {
  /** How long a guest waits for it in all, however often it is tried. */
  readonly timeoutMs: number;
  /** Before the second attempt, half more or less; the third waits twice as long. */
  readonly firstWaitMs?: number;
  /** After five failures one after the other nobody asks for so long; then one tries. */
  readonly restMs?: number;
}

export interface Asked {
  readonly reply: ModelReply | null;
  /** For the log: `answered`, or why not. */
  readonly outcome: string;
  readonly attempts: number;
}

/**
 * Asks up to three times, within one limit of time, and not at all while the model has been failing.
 * Never throws: what went wrong is in the outcome.
 */
export function patientModel(
  model: Model,
  { timeoutMs, firstWaitMs = 200, restMs = 30_000 }: Patience,
): (question: ModelQuestion, closing: AbortSignal) => Promise<Asked> {
  const wait = ({ attempt, result }: IRetryBackoffContext<unknown>): number => {
    const told = 'error' in result && result.error instanceof ModelError ? result.error.retryAfterMs : null;
    return told ?? firstWaitMs * 2 ** (attempt - 1) * (0.5 + Math.random());
  };
  const isWorthAnother = (error: unknown) =>
    error instanceof ModelError && error.passing && (error.retryAfterMs ?? 0) < timeoutMs;
  const policy = wrap(
    circuitBreaker(handleAll, { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(5) }),
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
    retry(handleWhen(isWorthAnother), { maxAttempts: 2, backoff: new DelegateBackoff(wait) }),
  );
  return async (question, closing) => {
    let attempts = 0;
    try {
      const reply = await policy.execute(({ signal }) => {
        attempts += 1;
        return model.ask(question, signal);
      }, closing);
      return { reply, outcome: 'answered', attempts };
    } catch (error) {
      return { reply: null, outcome: outcomeOf(error), attempts };
    }
  };
}

function outcomeOf(error: unknown): string {
  if (error instanceof ModelError) return error.message;
  if (error instanceof TaskCancelledError) return 'took too long';
  if (error instanceof BrokenCircuitError) return 'not asked: it has been failing';
  return 'failed';
}
