import { pino } from 'pino';

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  /** Something that a client was not told; the request id is in its answer. */
  failure(failure: { requestId: string; error: unknown }): void;
}

/** Lines of JSON on standard output in production, readable ones elsewhere; tokens and bodies never reach it. */
export function openLogger(production: boolean): Logger {
  if (!production) return readable;
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (message) => log.info(message),
    warn: (message) => log.warn(message),
    failure: ({ requestId, error }) => log.error({ requestId, err: error }, 'A request failed'),
  };
}

const readable: Logger = {
  info: (message) => console.log(message),
  warn: (message) => console.warn(message),
  failure: ({ requestId, error }) => console.error(`request ${requestId} failed:`, error),
};
