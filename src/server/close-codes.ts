import { CloseCode } from 'graphql-ws';

/** What a client should make of a close: these are its published reasons. */
export const closeCodes = {
  restart: 1012,
  later: 1013,
  badRequest: CloseCode.BadRequest,
  unauthorized: CloseCode.Unauthorized,
  forbidden: CloseCode.Forbidden,
  internal: CloseCode.InternalServerError,
} as const;
