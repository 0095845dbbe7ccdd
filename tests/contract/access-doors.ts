import type { DocumentNode } from 'graphql';
import type { ErrorCode } from '../../src/errors.ts';
import { type As, codeIn, Refused, Stream } from '../support/as.ts';
import { textOf } from '../support/text-of.ts';

export type Code = ErrorCode | 'OK';
export type Door = (viewer: As, document: DocumentNode, variables: Record<string, unknown>) => Promise<Code>;

export const overHttp: Door = async (viewer, document, variables) =>
  codeIn(await viewer.raw(textOf(document), variables));

/** Any operation: of a subscription, whether it begins. */
export const overSocket: Door = async (viewer, document, variables) => {
  const stream = new Stream(viewer.socket(), textOf(document), variables);
  try {
    await stream.at(0);
    return 'OK';
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  } finally {
    stream.stop();
  }
};
