import { Refusal } from '../errors.ts';
import type { Tokens } from '../tokens.ts';
import type { Context } from '../viewer.ts';

/** The socket that asks goes on with a newer token; nothing that runs on it is touched. Answers with when that expires. */
export async function renewConnection(
  { connection }: Context,
  tokens: Tokens,
  accessToken: string,
): Promise<Date | null> {
  const authorization = `Bearer ${accessToken}`;
  tokens.read({ authorization });
  if (!connection) {
    throw new Refusal('OPERATION_RESOLUTION_FAILURE', 'Send this over the socket that is to be renewed.');
  }
  return connection.renew(authorization);
}
