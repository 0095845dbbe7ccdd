import { resolve } from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The explorer's page, built into a folder of its own; the front page leads there. */
export async function addExplorer(http: FastifyInstance, folder: string): Promise<void> {
  await http.register(serveStatic, {
    root: resolve(folder),
    prefix: '/explorer/',
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/chunks/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  http.get('/explorer', (_, reply) => reply.redirect('explorer/'));
  http.get('/', (_, reply) => reply.redirect('explorer/'));
}
