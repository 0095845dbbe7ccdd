import type { ApolloServerPlugin, GraphQLRequestContextResponseForOperation } from '@apollo/server';
import {
  execute,
  type FormattedExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../viewer.ts';
import { type SharedField, sharedField } from './shared-field.ts';

/** Bytes, about, and answers kept; those asked for longest ago go first. */
const mostBytes = 60_000_000;
const mostAnswers = 2_000;

export interface SharedAnswers {
  readonly plugin: ApolloServerPlugin<Context>;
  /** The text of a result: for a shared answer the one it was given when it was made. */
  stringify(result: FormattedExecutionResult): string;
}

interface Answer {
  /** The frozen object that this answers about. */
  readonly about: unknown;
  readonly text: string;
  /** Stands for the data, which is kept as text only. */
  readonly data: Record<string, unknown>;
}

type Asked = GraphQLRequestContextResponseForOperation<Context>;

/**
 * Answers that are the same for everybody, executed and serialised once. A query field that is marked `shared` returns the same
 * frozen object until something changes; that object, the document and its variables are all such an answer depends on.
 * The field's resolver runs for every request, so an answer is never older than what it would have read.
 */
export function sharedAnswers(schema: GraphQLSchema): SharedAnswers {
  const kept = new LRUCache<string, Answer>({
    max: mostAnswers,
    maxSize: mostBytes,
    sizeCalculation: ({ text }, key) => 2 * (text.length + key.length) + 500,
  });
  const texts = new WeakMap<object, string>();
  const fields = new WeakMap<OperationDefinitionNode, { shared: SharedField | null }>();

  async function answer(asked: Asked): Promise<Answer | null> {
    const { document, operation, contextValue, queryHash } = asked;
    const { variables = {}, operationName } = asked.request;
    const field = fields.get(operation) ?? { shared: sharedField(schema, document, operation) };
    fields.set(operation, field);
    if (!field.shared) return null;
    const about = await field.shared.resolve(contextValue, variables);
    if (typeof about !== 'object' || !Object.isFrozen(about)) return null;
    const key = JSON.stringify([queryHash, operationName, variables]);
    const before = kept.get(key);
    if (before && before.about === about) return before;
    const { data, errors } = await execute({
      schema,
      document,
      contextValue,
      variableValues: variables,
      operationName: operationName ?? null,
    });
    if (errors) return null;
    const made = { about, text: textOf({ data: data ?? null }), data: {} };
    texts.set(made.data, made.text);
    kept.set(key, made);
    return made;
  }

  return {
    plugin: {
      requestDidStart: async () => ({
        async responseForOperation(asked) {
          // What goes wrong here goes wrong again in the ordinary execution, which knows how to say it.
          const made = await answer(asked).catch(() => null);
          return made && { ...asked.response, body: { kind: 'single', singleResult: { data: made.data } } };
        },
      }),
    },
    stringify: (result) => (result.data && texts.get(result.data)) ?? textOf(result),
  };
}

function textOf(result: FormattedExecutionResult): string {
  return `${JSON.stringify(result)}\n`;
}
