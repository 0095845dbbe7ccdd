import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type FormattedExecutionResult, print } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** What a viewer shows at the door. */
export interface Credentials {
  readonly accessToken?: string;
  readonly visitToken?: string;
}

/** Somebody at a running server, as any program would reach it: over HTTP, and live over a WebSocket. */
export interface Client {
  ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data>;
  /** The messages of a subscription as they come. */
  live<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): AsyncIterator<Data>;
  hangUp(): Promise<void>;
}

export function openClient(url: string, { accessToken, visitToken }: Credentials = {}): Client {
  const authorization = accessToken ? { authorization: `Bearer ${accessToken}` } : {};
  const socket = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { ...authorization, ...(visitToken ? { visitToken } : {}) },
  });
  return {
    async ask(document, variables) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...authorization,
          ...(visitToken ? { 'comanda-visit': visitToken } : {}),
        },
        body: JSON.stringify({ query: print(document), variables }),
      });
      return dataOf((await response.json()) as FormattedExecutionResult<never>);
    },
    live: <Data>(document: TypedDocumentNode<Data, never>, variables: Record<string, unknown>) =>
      dataOfEach<Data>(socket.iterate<Data>({ query: print(document), variables })),
    hangUp: async () => socket.dispose(),
  };
}

async function* dataOfEach<Data>(
  results: AsyncIterable<unknown>,
): AsyncGenerator<Data, undefined, undefined> {
  for await (const result of results) yield dataOf(result as FormattedExecutionResult<Data>);
}

function dataOf<Data>({ data, errors }: FormattedExecutionResult<Data>): Data {
  const [error] = errors ?? [];
  if (error) throw new Error(`${error.extensions?.['code']}: ${error.message}`);
  return data as Data;
}
