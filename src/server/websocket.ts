// Longer than 200 lines because a socket's whole life stands here: its upgrade, its operations, its messages and its end.

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { type ExecutionArgs, type ExecutionResult, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer } from 'graphql-ws';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { Refusal } from '../errors.ts';
import type { Follower } from '../events/follow.ts';
import type { Door } from '../restaurants/door.ts';
import type { Context } from '../viewer.ts';
import type { AddressReader } from './address-reader.ts';
import { closeCodes } from './close-codes.ts';
import type { ContextFor } from './context.ts';
import { openDocuments } from './documents.ts';
import { formatError, type Log } from './error-format.ts';
import { formatResult } from './format-result.ts';
import { Holder } from './holder.ts';
import { keepAlive } from './keep-alive.ts';
import type { Live, Subscribing } from './live.ts';
import { originAllowed } from './origin.ts';
import { outletOf } from './outlet.ts';
import { SocketIds } from './socket-ids.ts';
import { Unanswered } from './unanswered.ts';

export interface WebsocketOptions {
  readonly server: Server;
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly live: Live;
  readonly door: Door;
  readonly follower: Follower;
  readonly contextFor: ContextFor;
  readonly addressOf: AddressReader;
  readonly corsOrigins: readonly string[];
  readonly messageLimitBytes: number;
  /** A screen with more than this unsent has fallen behind. */
  readonly backlogBytes: number;
  readonly log: Log;
}

const operationsPerSocket = 100;

/** What is known of one connection. */
interface Connection {
  readonly socket: WebSocket;
  /** Read once: a request that has gone on to be a socket has no address any more when that breaks. */
  readonly from: string | null;
  readonly ids: SocketIds;
  readonly unanswered: Unanswered;
  readonly holder: Holder;
}

export interface SocketDoor {
  /**
   * Begins nothing more, answers the queries and mutations that run, at the latest after so long, and tells every socket to
   * come back: one that waits for no answer at once, whatever it watches.
   */
  close(patienceMs: number): Promise<void>;
}

/** The socket door: every operation by graphql-transport-ws, on the HTTP server's port and path. */
export function openWebsocket(options: WebsocketOptions): SocketDoor {
  const { server, corsOrigins, addressOf, messageLimitBytes } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: messageLimitBytes,
    handleProtocols: (offered) =>
      offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
  });
  const connections = new Set<Connection>();
  let stopping = false;
  const protocol = graphqlProtocol(options, () => stopping);

  const upgrade = (request: IncomingMessage, raw: Duplex, head: Buffer): void => {
    const refusal = stopping ? '503 Service Unavailable' : refusalOf(request, corsOrigins);
    if (refusal) refuseUpgrade(raw, refusal);
    else {
      const from = addressOf(request);
      sockets.handleUpgrade(request, raw, head, (socket) =>
        serve(socket, from, connections, protocol, options),
      );
    }
  };
  server.on('upgrade', upgrade);

  return {
    async close(patienceMs) {
      stopping = true;
      server.off('upgrade', upgrade);
      await Promise.all([...connections].map((one) => sayGoodbye(one, patienceMs)));
      sockets.close();
    },
  };
}

async function sayGoodbye({ socket, unanswered }: Connection, patienceMs: number): Promise<void> {
  const gone = new Promise((resolve) => socket.once('close', resolve));
  await Promise.race([unanswered.none(), pause(patienceMs, undefined, { ref: false })]);
  socket.close(closeCodes.restart, 'The server restarts');
  const impatience = setTimeout(() => socket.terminate(), 2_000);
  await gone;
  clearTimeout(impatience);
}

function refusalOf({ url, headers }: IncomingMessage, corsOrigins: readonly string[]): string | null {
  if (url?.split('?')[0] !== '/graphql') return '404 Not Found';
  return originAllowed(headers.origin, headers.host, corsOrigins) ? null : '403 Forbidden';
}

/** A raw socket that nobody listens to takes the process with it when its client resets it. */
function refuseUpgrade(raw: Duplex, status: string): void {
  raw.on('error', () => raw.destroy());
  raw.once('finish', () => raw.destroy());
  raw.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

type Protocol = ReturnType<typeof graphqlProtocol>;

function graphqlProtocol(
  { schema, introspection, live, contextFor, backlogBytes, log }: WebsocketOptions,
  stopping: () => boolean,
) {
  const documents = openDocuments(schema, introspection);
  return makeServer<Record<string, unknown>, Connection>({
    async onConnect({ connectionParams, extra: { socket, holder } }) {
      try {
        const expiresAt = await holder.admit({
          authorization: text(connectionParams?.['authorization'] ?? connectionParams?.['Authorization']),
          visit: text(connectionParams?.['visitToken']),
        });
        return expiresAt ? { expiresAt: expiresAt.toISOString() } : {};
      } catch (error) {
        if (error instanceof Refusal) socket.close(closeCodes.unauthorized, error.message);
        else socket.close(closeCodes.later, 'Not possible at the moment');
        return false;
      }
    },
    onSubscribe({ extra }, id, { query, operationName, variables }): ExecutionArgs | readonly GraphQLError[] {
      if (stopping()) {
        const message = 'The server is stopping: this was not begun.';
        return [new GraphQLError(message, { extensions: { code: 'SERVICE_UNAVAILABLE' } })];
      }
      if (extra.ids.size > operationsPerSocket) {
        const message = `A socket carries ${operationsPerSocket} operations at once.`;
        return [new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } })];
      }
      const read = documents.read(query, operationName);
      if (!('document' in read)) return read;
      if (read.operation.operation !== 'subscription') extra.unanswered.begin(id);
      const { holder } = extra;
      const subscribing: Subscribing = {
        schema,
        document: read.document,
        operationName,
        variableValues: variables,
        contextValue: contextFor(holder.viewer, { connection: holder, from: extra.from }),
        query,
        get viewer() {
          return holder.viewer;
        },
        outlet: outletOf(extra.socket, extra.ids.clientId(id), backlogBytes),
      };
      return subscribing;
    },
    execute: (args) => execute(args as ExecutionArgs),
    subscribe: (args) => live.subscribe(args as Subscribing),
    onNext: (_, __, ___, args, result) =>
      formatResult(result as ExecutionResult, args.contextValue as Context, log),
    onError: (_, __, ___, errors) => {
      const { requestId } = contextFor({ kind: 'anonymous' });
      return errors.map((error) => formatError(error, requestId, log));
    },
  });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Ties a socket to the protocol: keeps it alive, and keeps operations apart whose ids a client uses again. */
function serve(
  socket: WebSocket,
  from: string | null,
  connections: Set<Connection>,
  protocol: Protocol,
  { door, follower, log }: WebsocketOptions,
): void {
  const ids = new SocketIds();
  const unanswered = new Unanswered();
  const holder = new Holder(socket, door, follower);
  const connection: Connection = { socket, from, ids, unanswered, holder };
  connections.add(connection);
  const stopPings = keepAlive(socket);

  async function receive(data: RawData, handle: (text: string) => Promise<void>): Promise<void> {
    // What comes after our goodbye cannot be answered, so it is not begun.
    if (socket.readyState !== socket.OPEN) return;
    const { text, asksFor } = ids.incoming(String(data));
    try {
      await handle(text);
    } catch (error) {
      if (isUnexpected(error)) {
        socket.close(closeCodes.badRequest, 'Unexpected message');
        return;
      }
      log({ requestId: 'socket', error });
      socket.close(closeCodes.internal, 'Internal server error');
    } finally {
      if (asksFor) unanswered.end(asksFor);
    }
  }

  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      close: (code, reason = '') => socket.close(code, ids.reason(reason)),
      send: (message) => sendOut(socket, ids.outgoing(message)),
      onMessage: (handle) => {
        socket.on('message', (data) => receive(data, handle));
      },
    },
    connection,
  );
  // ws closes a socket that breaks the protocol, with the code for it; to cut it off here would lose the code.
  socket.on('error', () => {});
  socket.once('close', (code, reason) => {
    connections.delete(connection);
    stopPings();
    holder.release();
    closed(code, String(reason)).catch((error: unknown) => log({ requestId: 'socket', error }));
  });
}

/**
 * A message of a type that only a server sends. graphql-ws throws a plain error for it, so its words are all there is to tell
 * the client's fault from ours; closing-a-socket.test.ts goes red when they change.
 */
function isUnexpected(error: unknown): boolean {
  return (error as Error).message.startsWith('Unexpected message');
}

function sendOut(socket: WebSocket, message: string | null): Promise<void> {
  if (message === null || socket.readyState !== socket.OPEN) return Promise.resolve();
  return new Promise((resolve) => socket.send(message, () => resolve()));
}
