import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ErrorCode, errorCodes, Refusal, type RefusalFacts } from '../errors.ts';
import { outOfReach } from './out-of-reach.ts';

export interface ProblemDetails extends RefusalFacts {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
}

export type Log = (failure: { requestId: string; error: unknown }) => void;

/**
 * The one way an error leaves the process, by either door: a known code with problem details (RFC 9457), or a masked one.
 * Whatever was not meant for clients is logged under the request id and leaves as INTERNAL_SERVER_ERROR.
 */
export function formatError(error: unknown, requestId: string, log: Log): GraphQLFormattedError {
  const graphql = error instanceof GraphQLError ? error : null;
  const cause = graphql ? rootCause(graphql) : error;
  const { code, detail, facts } = known(cause, graphql) ?? masked(cause, requestId, log);
  return {
    message: detail,
    ...(graphql?.locations ? { locations: graphql.locations } : {}),
    ...(graphql?.path ? { path: graphql.path } : {}),
    extensions: { code, requestId, problem: { ...problemOf(code, detail, requestId), ...facts } },
  };
}

/** Outside GraphQL the same is the body of an application/problem+json answer. */
export function problemOf(
  code: ErrorCode,
  detail: string,
  requestId: string,
): ProblemDetails & { code: ErrorCode } {
  const [status, title] = errorCodes[code];
  return {
    type: `urn:comanda:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    detail,
    instance: `urn:uuid:${requestId}`,
    code,
  };
}

interface Known {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly facts: object;
}

function rootCause(error: GraphQLError): unknown {
  let cause: Error = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

function known(cause: unknown, graphql: GraphQLError | null): Known | null {
  if (cause instanceof Refusal) return { code: cause.code, detail: cause.message, facts: cause.facts };
  if (outOfReach(cause))
    return { code: 'SERVICE_UNAVAILABLE', detail: errorCodes.SERVICE_UNAVAILABLE[1], facts: {} };
  if (!graphql || !(cause instanceof GraphQLError)) return null;
  const given = graphql.extensions['code'];
  if (given === undefined) return null;
  return said(isErrorCode(given) ? given : 'BAD_REQUEST', graphql);
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && code in errorCodes;
}

/** Coercion errors repeat the value they complain about, whatever its size. */
function said(code: ErrorCode, { message }: GraphQLError): Known {
  return { code, detail: message.length > 500 ? `${message.slice(0, 500)}…` : message, facts: {} };
}

function masked(cause: unknown, requestId: string, log: Log): Known {
  log({ requestId, error: cause });
  return { code: 'INTERNAL_SERVER_ERROR', detail: errorCodes.INTERNAL_SERVER_ERROR[1], facts: {} };
}
