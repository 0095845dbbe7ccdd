import { inProcessParser } from './in-process-parser.ts';
import type { Model } from './models/model.ts';
import type { ModelUse } from './models/model-reader.ts';
import type { Parsers } from './parsers.ts';

export interface ParsersOptions {
  /** Null: none is asked, whatever a restaurant chose. */
  readonly model: Model | null;
  readonly timeoutMs: number;
  info(message: string, facts: ModelUse): void;
  warn(message: string): void;
  /** Adds it to what the restaurant is shown. */
  count(use: ModelUse): Promise<void>;
}

/** What only a model needs is loaded when there is one. */
export async function openParsers({ model, timeoutMs, info, warn, count }: ParsersOptions): Promise<Parsers> {
  const rules = inProcessParser();
  if (!model) {
    const warned = new Set<string>();
    return {
      of({ id, parsingMode }) {
        if (parsingMode !== 'IN_PROCESS' && !warned.has(id)) {
          warned.add(id);
          warn(
            `Restaurant ${id} wants its orders read by a language model, and OPENAI_MODEL names none: they are read without.`,
          );
        }
        return rules;
      },
      close: () => {},
    };
  }
  const { modelReader } = await import('./models/model-reader.ts');
  const { withModel } = await import('./models/with-model.ts');
  const used = async (use: ModelUse): Promise<void> => {
    info('A language model read an order.', use);
    // The guest's order is worth more than its place in the figures.
    await count(use).catch((error: Error) =>
      warn(`A use of the language model is not counted: ${error.message}`),
    );
  };
  const reader = modelReader({ model, timeoutMs, used });
  const { model: alone, both } = withModel(rules, reader);
  const byMode = { IN_PROCESS: rules, MODEL: alone, BOTH: both };
  return { of: ({ parsingMode }) => byMode[parsingMode], close: reader.close };
}
