import { ConnectionException } from '@mikro-orm/core';
import { GraphQLError } from 'graphql';

/** Whether it failed because the database is away, so that it may go well in a moment. */
export function outOfReach(error: unknown): boolean {
  if (error instanceof GraphQLError) return outOfReach(error.originalError);
  if (!(error instanceof Error)) return false;
  return (
    error instanceof ConnectionException ||
    codes.has(String((error as { code?: unknown }).code)) ||
    words.test(error.message)
  );
}

/** The network's, and PostgreSQL's for a server that stops, has crashed, starts, takes no more connections, or ends one of two that wait for each other. */
const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '40P01',
]);

/** What the driver says without a code. Only how a message begins: further on, it may quote a client. */
const words =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed) and is not queryable)/;
