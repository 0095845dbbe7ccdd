import { type DestinationStream, pino } from 'pino';

export interface Logger {
  /** `facts`: numbers and ids, for whoever counts them. */
  info(message: string, facts?: object): void;
  warn(message: string): void;
  /** Something that a client was not told; the request id is in its answer. */
  failure(failure: { requestId: string; error: unknown }): void;
}

/** Lines of JSON on standard output in production, readable ones elsewhere; tokens and bodies never reach it. */
export function openLogger(production: boolean, destination?: DestinationStream): Logger {
  if (!production) return readable;
  const options = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // PostgreSQL quotes in them the row that it refused, or the value.
    redact: { paths: ['err.detail', 'err.where'], remove: true },
  };
  const log = destination ? pino(options, destination) : pino(options);
  return {
    info: (message, facts) => log.info(facts ?? {}, message),
    warn: (message) => log.warn(message),
    failure: ({ requestId, error }) => log.error({ requestId, err: error }, 'A request failed'),
  };
}

const readable: Logger = {
  info: (message, facts) => console.log(facts ? `${message} ${JSON.stringify(facts)}` : message),
  warn: (message) => console.warn(message),
  failure: ({ requestId, error }) => console.error(`request ${requestId} failed:`, error),
};
