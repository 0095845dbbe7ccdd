import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type FormattedExecutionResult, print } from 'graphql';
import { SignInDocument } from '../../schema/operations.ts';
import type { TestApp } from '../support/app.ts';
import { codeIn } from '../support/as.ts';

/** Somebody who asks from an address, at an app behind a proxy. */
export class Address {
  constructor(
    private readonly app: TestApp,
    readonly address: string,
  ) {}

  async answer<Data, Variables>(document: TypedDocumentNode<Data, Variables> | string, variables: Variables) {
    const query = typeof document === 'string' ? document : print(document);
    const response = await fetch(`${this.app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': this.address },
      body: JSON.stringify({ query, variables }),
    });
    const result = (await response.json()) as FormattedExecutionResult<Data>;
    return { result, retryAfter: response.headers.get('retry-after') };
  }

  async code<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables) {
    return codeIn((await this.answer(document, variables)).result);
  }

  signIn(email: string, secret: string, deviceToken?: string | null) {
    return this.answer(SignInDocument, { input: { email, password: secret, deviceToken } });
  }

  async guess(email: string, secret = 'a wrong password') {
    return codeIn((await this.signIn(email, secret)).result);
  }
}
