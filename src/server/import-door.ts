import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../errors.ts';
import type { Door } from '../restaurants/door.ts';

/** GraphQL again, for requests as long as a menu. Whoever is nobody in particular is sent away before the server reads one. */
export function addImportDoor(
  http: FastifyInstance,
  { door, menuLimitBytes }: { readonly door: Door; readonly menuLimitBytes: number },
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  http.route({
    method: 'POST',
    url: '/graphql/import',
    bodyLimit: menuLimitBytes,
    onRequest: async ({ headers: { authorization } }) => {
      const { viewer } = await door.admit({ authorization, visit: undefined });
      if (viewer.kind !== 'person' && viewer.kind !== 'service') throw new Refusal('UNAUTHENTICATED');
    },
    handler,
  });
}
