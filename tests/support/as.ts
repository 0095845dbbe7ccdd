import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { FormattedExecutionResult } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { ErrorCode } from '../../src/errors.ts';
import { textOf } from './text-of.ts';

/** Somebody who asks: nobody in particular, a guest with a visit, a person, or a person with a visit. */
export interface Credentials {
  readonly accessToken?: string;
  readonly visitToken?: string;
}

/** The error of an answer, as a test wants to compare it. */
export class Refused extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly extensions: Readonly<Record<string, unknown>>,
  ) {
    super(`${code}: ${message}`);
  }
}

/** A viewer at one app, over HTTP and over a WebSocket of its own. */
export class As {
  private client: Client | null = null;

  constructor(
    readonly url: string,
    readonly credentials: Credentials = {},
  ) {}

  /** The data of an answer; throws Refused for its first error. */
  async ask<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    ...[variables]: Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables]
  ): Promise<Data> {
    return dataOf(await this.raw<Data>(textOf(document), variables));
  }

  /** The code of the refusal, or 'OK'. */
  async codeOf<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<ErrorCode | 'OK'> {
    return codeIn(await this.raw(textOf(document), variables));
  }

  /** Whatever text, with whatever answer. */
  async raw<Data>(query: string, variables?: unknown): Promise<FormattedExecutionResult<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers() },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as FormattedExecutionResult<Data>;
  }

  /** A live subscription, or any operation, over this viewer's socket. */
  live<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Stream<Data> {
    return new Stream<Data>(this.socket(), textOf(document), variables);
  }

  socket(): Client {
    this.client ??= createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { ...this.socketParams() },
      retryAttempts: 0,
    });
    return this.client;
  }

  async hangUp(): Promise<void> {
    await this.client?.dispose();
    this.client = null;
  }

  headers(): Record<string, string> {
    const { accessToken, visitToken } = this.credentials;
    return {
      ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
      ...(visitToken ? { 'comanda-visit': visitToken } : {}),
    };
  }

  socketParams(): Record<string, string> {
    const { accessToken, visitToken } = this.credentials;
    return {
      ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
      ...(visitToken ? { visitToken } : {}),
    };
  }
}

export function dataOf<Data>({ data, errors }: FormattedExecutionResult<Data>): Data {
  const [error] = errors ?? [];
  if (error)
    throw new Refused(error.extensions?.['code'] as ErrorCode, error.message, error.extensions ?? {});
  return data as Data;
}

export function codeIn({ errors }: FormattedExecutionResult<unknown>): ErrorCode | 'OK' {
  return (errors?.[0]?.extensions?.['code'] as ErrorCode | undefined) ?? 'OK';
}

/** What a subscription has said so far, and the wait for more. */
export class Stream<Data> {
  readonly messages: Data[] = [];
  private readonly waiting: (() => void)[] = [];
  private ended: { error: unknown } | null = null;
  private readonly stopIt: () => void;

  constructor(client: Client, query: string, variables: Record<string, unknown>) {
    this.stopIt = client.subscribe<Data>(
      { query, variables },
      {
        next: (result) => {
          if (result.errors?.[0]) this.end(refusedBy(result.errors));
          else this.messages.push(result.data as Data);
          this.wake();
        },
        error: (error) => this.end(Array.isArray(error) ? refusedBy(error) : error),
        complete: () => this.end(new Error('The stream has completed.')),
      },
    );
  }

  /** The message at an index, as soon as it is there. */
  async at(index: number): Promise<Data> {
    await this.until(() => this.messages.length > index);
    return this.messages[index]!;
  }

  /** The next message that fits. */
  async find(fits: (message: Data) => boolean): Promise<Data> {
    await this.until(() => this.messages.some(fits));
    return this.messages.find(fits)!;
  }

  /** Resolves with the error that ended the stream. */
  async refused(): Promise<Refused> {
    while (!this.ended) await this.wake$();
    return this.ended.error as Refused;
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.ended) throw this.ended.error;
      await this.wake$();
    }
  }

  stop(): void {
    this.stopIt();
  }

  private wake$(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private end(error: unknown): void {
    this.ended ??= { error };
    this.wake();
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

function refusedBy(errors: readonly { message: string; extensions?: Record<string, unknown> }[]): Refused {
  const [error] = errors;
  return new Refused(error!.extensions?.['code'] as ErrorCode, error!.message, error!.extensions ?? {});
}
