import type { ApolloServerPlugin } from '@apollo/server';
import type { ProblemDetails } from './error-format.ts';

/** An answer with errors that say in how many seconds it goes on carries the longest of them as its header too. */
export const retryAfter: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { http, body } }) => {
      if (body.kind !== 'single' || !body.singleResult.errors) return;
      const waits = body.singleResult.errors.flatMap(
        ({ extensions }) => (extensions?.['problem'] as ProblemDetails | undefined)?.retryAfter ?? [],
      );
      if (waits.length > 0) http.headers.set('retry-after', String(Math.max(...waits)));
    },
  }),
};
