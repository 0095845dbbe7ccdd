import { randomUUID } from 'node:crypto';
import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { GraphQLError } from 'graphql';
import { type ErrorCode, errorCodes, Refusal } from '../errors.ts';
import type { Door } from '../restaurants/door.ts';
import type { Context } from '../viewer.ts';
import { acceptedLanguages } from './accepted-languages.ts';
import type { AddressReader } from './address-reader.ts';
import type { ContextFor } from './context.ts';
import { type Log, problemOf } from './error-format.ts';
import { addExplorer } from './explorer.ts';
import type { GraphqlOverHttp } from './graphql.ts';
import { addImportDoor } from './import-door.ts';
import { originAllowed } from './origin.ts';
import { outOfReach } from './out-of-reach.ts';
import { addPrintedLinks, type PrintedLinks } from './printed-links.ts';

export interface HttpOptions {
  readonly graphql: GraphqlOverHttp;
  readonly door: Door;
  readonly contextFor: ContextFor;
  readonly addressOf: AddressReader;
  readonly corsOrigins: readonly string[];
  readonly bodyLimitBytes: number;
  /** The same for menus as documents. */
  readonly menuLimitBytes: number;
  /** The folder of the explorer's page, or null where it is switched off. */
  readonly explorer: string | null;
  /** What /ready asks: each must answer true. */
  readonly readiness: Readonly<Record<string, () => Promise<boolean>>>;
  readonly links: PrintedLinks;
  readonly log: Log;
}

/** The HTTP door: GraphQL, health, the explorer. Everything outside GraphQL that fails answers with problem details. */
export async function openHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { corsOrigins, bodyLimitBytes, log } = options;
  const http = Fastify({
    bodyLimit: bodyLimitBytes,
    keepAliveTimeout: 65_000,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    logger: false,
  });
  await http.register(helmet, { contentSecurityPolicy: { directives: csp }, hsts: false });
  await http.register(cors, {
    origin: corsOrigins.includes('*') ? true : [...corsOrigins],
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id', 'retry-after', 'idempotency-replayed'],
    maxAge: 600,
  });
  http.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (!originAllowed(request.headers.origin, request.host, corsOrigins)) {
      throw new Refusal('FORBIDDEN', 'Pages of this origin may not call this API.');
    }
  });
  closeAfterAnswering(http);
  http.setNotFoundHandler((request, reply) => problem(request, reply, 'NOT_FOUND', 'There is no such path.'));
  http.setErrorHandler((error: FastifyError | Refusal, request, reply) => refuse(error, request, reply, log));

  addHealth(http, options);
  const handler = answering(options);
  http.route({ method: ['GET', 'POST'], url: '/graphql', handler });
  addImportDoor(http, options, handler);
  addPrintedLinks(http, options.links);
  if (options.explorer) await addExplorer(http, options.explorer);
  return http;
}

/** A client that keeps its connection after the last answer would keep the server from closing. */
function closeAfterAnswering(http: FastifyInstance): void {
  let closing = false;
  http.addHook('preClose', async () => {
    closing = true;
  });
  http.addHook('onSend', async (_, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}

/** What the explorer needs; everything else here is JSON. */
const csp = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'", 'ws:', 'wss:'],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  frameAncestors: ["'none'"],
  scriptSrcAttr: ["'none'"],
  upgradeInsecureRequests: null,
};

function addHealth(http: FastifyInstance, { readiness }: HttpOptions): void {
  http.get('/health', () => ({ status: 'ok' }));
  http.get('/ready', async (_, reply) => {
    const checks = await Promise.all(
      Object.entries(readiness).map(
        async ([name, check]) => [name, await check().catch(() => false)] as const,
      ),
    );
    const ready = checks.every(([, ok]) => ok);
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not ready', checks: Object.fromEntries(checks) });
  });
}

function answering({ graphql, door, contextFor, addressOf }: HttpOptions) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const from = addressOf(request);
    const languages = acceptedLanguages(request.headers['accept-language']);
    const context = async (): Promise<Context> =>
      contextFor(await viewerOf(request, door), {
        requestId: request.id,
        from,
        languages,
        keyInHeader: one(request.headers['idempotency-key']) ?? null,
      });
    const { status, headers, body } = await graphql.answer(asGraphqlRequest(request), request.id, context);
    for (const [name, value] of headers) reply.header(name, value);
    reply.code(status ?? 200);
    if (body.kind !== 'complete') throw new Error('No operation is answered in pieces.');
    return reply.send(body.string);
  };
}

async function viewerOf({ headers }: FastifyRequest, door: Door): Promise<Context['viewer']> {
  try {
    const { authorization } = headers;
    return (await door.admit({ authorization, visit: one(headers['comanda-visit']) })).viewer;
  } catch (error) {
    // Clients that speak the newer media type read the status; the others expect 200 with every GraphQL answer.
    const refused = error instanceof Refusal ? 401 : outOfReach(error) ? 503 : 500;
    const status = headers.accept?.includes('application/graphql-response+json') ? refused : 200;
    throw new GraphQLError('', { originalError: error as Error, extensions: { http: { status } } });
  }
}

function asGraphqlRequest(request: FastifyRequest): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, one(value)!);
  }
  const query = request.url.indexOf('?');
  return {
    method: request.method,
    headers,
    search: query < 0 ? '' : request.url.slice(query),
    body: request.body,
  };
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}

function refuse(
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Log,
): FastifyReply {
  if (error instanceof Refusal) return problem(request, reply, error.code, error.message);
  if (error.statusCode === 413) return problem(request, reply, 'LIMIT_EXCEEDED');
  if (error.statusCode && error.statusCode < 500)
    return problem(request, reply, 'BAD_REQUEST', undefined, error.statusCode);
  log({ requestId: request.id, error });
  return problem(request, reply, 'INTERNAL_SERVER_ERROR');
}

function problem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ErrorCode,
  detail: string = errorCodes[code][1],
  status: number = errorCodes[code][0],
): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json')
    .send({ ...problemOf(code, detail, request.id), status });
}
