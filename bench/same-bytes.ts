import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerParent } from './support/answer-parent.ts';

/** The floor of every read: node:http that answers with the same bytes whatever it is asked. */
answerParent({
  async open({ body }: { body: string }): Promise<string> {
    const bytes = Buffer.from(body);
    const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length };
    const server = createServer((request, response) => {
      request.resume();
      request.once('end', () => response.writeHead(200, headers).end(bytes));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  },
});
