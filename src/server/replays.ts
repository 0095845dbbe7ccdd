import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../viewer.ts';

/** An answer with fields that an earlier call with the same key had done says so in its extensions, and in a header. */
export const replays: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { replayed }, response: { http, body } }) => {
      if (replayed.length === 0 || body.kind !== 'single') return;
      body.singleResult = { ...body.singleResult, extensions: { replayed } };
      http.headers.set('idempotency-replayed', 'true');
    },
  }),
};
