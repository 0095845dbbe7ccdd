import type { DocumentNode } from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { As } from '../support/as.ts';
import { textOf } from '../support/text-of.ts';

/** An answer to the last byte, but for what must differ: the request's id and what is derived from it. */
export async function bytesByHttp(viewer: As, document: DocumentNode, variables: object): Promise<string> {
  const response = await fetch(`${viewer.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...viewer.headers() },
    body: JSON.stringify({ query: textOf(document), variables }),
  });
  const headers = [...response.headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
  const body = withoutRequestId(await response.text());
  return JSON.stringify([response.status, headers, body]);
}

/** The same over a socket of its own: every frame of the operation. */
export async function bytesBySocket(viewer: As, document: DocumentNode, variables: object): Promise<string> {
  const socket = openSocket(viewer);
  const frames: string[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      socket.on('close', (code) => reject(new Error(`The socket was closed with ${code}.`)));
      socket.on('message', (data) => {
        const { type } = JSON.parse(String(data)) as { type: string };
        if (type === 'connection_ack') {
          const payload = { query: textOf(document), variables };
          socket.send(JSON.stringify({ id: 'one', type: 'subscribe', payload }));
          return;
        }
        frames.push(withoutRequestId(String(data)));
        if (type === 'complete' || type === 'error') resolve();
      });
    });
  } finally {
    socket.terminate();
  }
  return JSON.stringify(frames);
}

/** The code a viewer's socket is closed with after it has said who it is. */
export async function closeCodeOf(viewer: As): Promise<number> {
  const socket = openSocket(viewer);
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', resolve);
  });
}

function openSocket(viewer: As): WebSocket {
  const socket = new WebSocket(`${viewer.url.replace('http', 'ws')}/graphql`, GRAPHQL_TRANSPORT_WS_PROTOCOL);
  socket.on('open', () => {
    socket.send(JSON.stringify({ type: 'connection_init', payload: viewer.socketParams() }));
  });
  return socket;
}

function withoutRequestId(text: string): string {
  const id = /"requestId":"([^"]+)"/.exec(text)?.[1];
  return id ? text.replaceAll(`"requestId":"${id}"`, '').replaceAll(`"urn:uuid:${id}"`, '') : text;
}
