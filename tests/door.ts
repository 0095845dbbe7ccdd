import type { FormattedExecutionResult } from 'graphql';
import type { TestApp } from './support/app.ts';

/** An answer as it comes over the wire. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly requestId: string;
  readonly text: string;
  /** What its body says, if it is JSON. */
  readonly json: FormattedExecutionResult<Record<string, unknown>> & Problem;
}

/** Problem details, as in the body outside GraphQL and in `extensions.problem` within. */
export interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly code?: string;
}

export async function answerOf(app: TestApp, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${app.url}${path}`, { redirect: 'manual', ...init });
  const text = await response.text();
  const [type] = (response.headers.get('content-type') ?? '').split(';');
  return {
    status: response.status,
    type: type!,
    requestId: response.headers.get('x-request-id')!,
    text,
    json: type!.includes('json') ? JSON.parse(text) : {},
  };
}

/** Posts a body to GraphQL, JSON unless the headers say otherwise. */
export function posted(
  app: TestApp,
  body: string | object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return answerOf(app, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** The code of the first error. */
export function codeOf({ json }: Answer): unknown {
  return json.errors?.[0]?.extensions?.['code'] ?? json.code ?? 'OK';
}
