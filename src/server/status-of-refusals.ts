import type { ApolloServerPlugin } from '@apollo/server';

/**
 * A document that does not parse, validate or get its variables is a 400 only for clients that speak the newer media type.
 * The others read every GraphQL answer from its body and take another status than 200 for a broken connection.
 */
export const statusOfRefusals: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ source, request, response: { http } }) => {
      const newer = request.http?.headers.get('accept')?.includes('application/graphql-response+json');
      if (source !== undefined && http.status === 400 && !newer) http.status = 200;
    },
  }),
};
