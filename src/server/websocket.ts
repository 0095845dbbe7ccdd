// Longer than 200 lines because a socket's whole life stands here: its upgrade, its operations, its messages and its end.

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ExecutionArgs, type ExecutionResult, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Tokens } from '../tokens.ts';
import type { Viewer } from '../viewer.ts';
import { closeCodes } from './close-codes.ts';
import type { ContextFor } from './context.ts';
import { openDocuments } from './documents.ts';
import { formatError, type Log } from './error-format.ts';
import { formatResult } from './format-result.ts';
import { keepAlive } from './keep-alive.ts';
import type { Live, Subscribing } from './live.ts';
import { originAllowed } from './origin.ts';
import { outletOf } from './outlet.ts';
import { SocketIds } from './socket-ids.ts';

export interface WebsocketOptions {
  readonly server: Server;
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly live: Live;
  readonly tokens: Tokens;
  readonly contextFor: ContextFor;
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
  readonly ids: SocketIds;
  viewer: Viewer;
  expiry: NodeJS.Timeout | null;
}

/** The socket door: every operation by graphql-transport-ws, on the HTTP server's port and path. */
export function openWebsocket(options: WebsocketOptions): { close(): Promise<void> } {
  const { server, corsOrigins, messageLimitBytes } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: messageLimitBytes,
    handleProtocols: (offered) =>
      offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
  });
  const protocol = graphqlProtocol(options);
  let stopping = false;

  const upgrade = (request: IncomingMessage, raw: Duplex, head: Buffer): void => {
    const refusal = stopping ? '503 Service Unavailable' : refusalOf(request, corsOrigins);
    if (refusal) refuseUpgrade(raw, refusal);
    else sockets.handleUpgrade(request, raw, head, (socket) => serve(socket, protocol, options.log));
  };
  server.on('upgrade', upgrade);

  return {
    async close() {
      stopping = true;
      server.off('upgrade', upgrade);
      const gone = [...sockets.clients].map(
        (socket) => new Promise((resolve) => socket.once('close', resolve)),
      );
      for (const socket of sockets.clients) socket.close(closeCodes.restart, 'The server restarts');
      const patience = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, 2_000);
      await Promise.all(gone);
      clearTimeout(patience);
      sockets.close();
    },
  };
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

function graphqlProtocol({
  schema,
  introspection,
  live,
  tokens,
  contextFor,
  backlogBytes,
  log,
}: WebsocketOptions) {
  const documents = openDocuments(schema, introspection);
  return makeServer<Record<string, unknown>, Connection>({
    onConnect({ connectionParams, extra }) {
      try {
        const { viewer, expiresAt } = tokens.read({
          authorization: text(connectionParams?.['authorization'] ?? connectionParams?.['Authorization']),
          visit: text(connectionParams?.['visitToken']),
        });
        extra.viewer = viewer;
        if (expiresAt) extra.expiry = closeAt(extra.socket, expiresAt);
        return expiresAt ? { expiresAt: expiresAt.toISOString() } : {};
      } catch {
        extra.socket.close(closeCodes.unauthorized, 'The token is broken or has expired');
        return false;
      }
    },
    onSubscribe({ extra }, id, { query, operationName, variables }): ExecutionArgs | readonly GraphQLError[] {
      if (extra.ids.size > operationsPerSocket) {
        const message = `A socket carries ${operationsPerSocket} operations at once.`;
        return [new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } })];
      }
      const read = documents.read(query, operationName);
      if (!('document' in read)) return read;
      const { viewer } = extra;
      const subscribing: Subscribing = {
        schema,
        document: read.document,
        operationName,
        variableValues: variables,
        contextValue: contextFor(viewer),
        query,
        viewer,
        outlet: outletOf(extra.socket, extra.ids.clientId(id), backlogBytes),
      };
      return subscribing;
    },
    execute: (args) => execute(args as ExecutionArgs),
    subscribe: (args) => live.subscribe(args as Subscribing),
    onNext: (_, __, ___, args, result) => formatResult(result as ExecutionResult, contextIdOf(args), log),
    onError: (_, __, ___, errors) => {
      const { requestId } = contextFor({ kind: 'anonymous' });
      return errors.map((error) => formatError(error, requestId, log));
    },
    onClose({ extra }) {
      if (extra.expiry) clearTimeout(extra.expiry);
    },
  });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function closeAt(socket: WebSocket, at: Date): NodeJS.Timeout {
  return setTimeout(
    () => socket.close(closeCodes.unauthorized, 'The token has expired'),
    at.getTime() - Date.now(),
  );
}

function contextIdOf({ contextValue }: ExecutionArgs): string {
  return (contextValue as Subscribing['contextValue'] & { requestId: string }).requestId;
}

/** Ties a socket to the protocol: keeps it alive, and keeps operations apart whose ids a client uses again. */
function serve(socket: WebSocket, protocol: Protocol, log: Log): void {
  const ids = new SocketIds();
  const connection: Connection = { socket, ids, viewer: { kind: 'anonymous' }, expiry: null };
  const stopPings = keepAlive(socket);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      close: (code, reason = '') => socket.close(code, ids.reason(reason)),
      send: (message) => sendOut(socket, ids.outgoing(message)),
      onMessage: (handle) => {
        socket.on('message', async (data) => {
          try {
            await handle(ids.incoming(String(data)));
          } catch (error) {
            if ((error as Error).message.startsWith('Unexpected message')) {
              socket.close(closeCodes.badRequest, 'Unexpected message');
              return;
            }
            log({ requestId: 'socket', error });
            socket.close(closeCodes.internal, 'Internal server error');
          }
        });
      },
    },
    connection,
  );
  // ws closes a socket that breaks the protocol, with the code for it; to cut it off here would lose the code.
  socket.on('error', () => {});
  socket.once('close', (code, reason) => {
    stopPings();
    closed(code, String(reason)).catch((error: unknown) => log({ requestId: 'socket', error }));
  });
}

function sendOut(socket: WebSocket, message: string | null): Promise<void> {
  if (message === null || socket.readyState !== socket.OPEN) return Promise.resolve();
  return new Promise((resolve) => socket.send(message, () => resolve()));
}
