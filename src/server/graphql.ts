import { AsyncLocalStorage } from 'node:async_hooks';
import { ApolloServer, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../viewer.ts';
import { formatError, type Log } from './error-format.ts';
import { limitRules, limits } from './limits.ts';
import { replays } from './replays.ts';
import { retryAfter } from './retry-after.ts';
import { sharedAnswers } from './shared-answers.ts';
import { statusOfRefusals } from './status-of-refusals.ts';

export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly log: Log;
}

/** Queries and mutations over HTTP. */
export interface GraphqlOverHttp {
  answer(
    request: HTTPGraphQLRequest,
    requestId: string,
    context: () => Promise<Context>,
  ): Promise<HTTPGraphQLResponse>;
  close(): Promise<void>;
}

/** Apollo with everything switched off that we do ourselves, or that answers more than it is asked. */
export async function openGraphql({ schema, introspection, log }: GraphqlOptions): Promise<GraphqlOverHttp> {
  const requestIds = new AsyncLocalStorage<string>();
  const shared = sharedAnswers(schema);
  const apollo = new ApolloServer<Context>({
    schema,
    introspection,
    validationRules: [...limitRules],
    parseOptions: { maxTokens: limits.tokens },
    formatError: (_, error) => formatError(error, requestIds.getStore()!, log),
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: quiet,
    stringifyResult: shared.stringify,
    plugins: [
      shared.plugin,
      statusOfRefusals,
      retryAfter,
      replays,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  return {
    answer: (httpGraphQLRequest, requestId, context) =>
      requestIds.run(requestId, () => apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context })),
    close: () => apollo.stop(),
  };
}

/** Errors are logged once, by formatError, under their request id. */
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
