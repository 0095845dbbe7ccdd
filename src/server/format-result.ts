import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Context } from '../viewer.ts';
import { formatError, type Log } from './error-format.ts';

/** A result as it leaves by the socket, its errors formatted as Apollo's are over HTTP. */
export function formatResult(
  answer: ExecutionResult,
  { requestId, replayed }: Pick<Context, 'requestId' | 'replayed'>,
  log: Log,
): ExecutionResult {
  const result = replayed.length > 0 ? { ...answer, extensions: { replayed } } : answer;
  if (!result.errors) return result;
  const errors = result.errors.map((error) =>
    error instanceof GraphQLError ? formatError(ofVariables(error) ?? error, requestId, log) : error,
  );
  return { ...result, errors: errors as unknown as GraphQLError[] };
}

/** An error without a path and a code is about variables, whatever the scalar threw: graphql-js found it before it executed anything. */
function ofVariables({ path, extensions, message, nodes }: GraphQLError): GraphQLError | null {
  if (path || extensions['code'] !== undefined) return null;
  return new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
}
