import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  Kind,
} from 'graphql';
import { errorCodes, Refusal } from '../errors.ts';
import { Repeated } from '../events/repeated.ts';
import { Retry } from '../events/retry.ts';
import { IdempotencyKey } from '../scalars.ts';
import { type Context, viewerKey } from '../viewer.ts';

/** Reads what a mutation answers with, as it is now, by the arguments that it came with; with the rights of whoever asks. */
export type Again = (ctx: Context, args: never) => unknown;

/** By the name of the mutation, or else of the type that it answers with. Null: it does no harm to do it again. */
export type Agains = Readonly<Record<string, Again | null>>;

/**
 * Every mutation takes an idempotency key, as its argument or in the header. What declares the argument itself creates or adds:
 * it wants one, and remembers it with what it makes. The others get the argument here; of those that `agains` can answer again
 * a repetition is not done anew. Nobody in particular has no keys: another one's could be the same.
 */
export function idempotent(schema: GraphQLSchema, agains: () => Agains): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const own = field.args.find(({ name }) => name === argument.name);
    if (own) {
      own.type = getNullableType(own.type);
      field.resolve = wanting(field.resolve!);
    } else {
      (field.args as GraphQLArgument[]).push(argument);
      field.resolve = taking(field, field.resolve!, agains);
    }
  }
  return schema;
}

const argument: GraphQLArgument = {
  name: 'idempotencyKey',
  description: undefined,
  type: IdempotencyKey,
  defaultValue: undefined,
  deprecationReason: undefined,
  extensions: {},
  astNode: undefined,
};

type Args = Record<string, unknown>;
type Resolve = GraphQLFieldResolver<unknown, Context, Args>;

function wanting(resolve: Resolve): Resolve {
  return async (source, args, ctx, info) => {
    const idempotencyKey = keyOf(args, ctx, info);
    if (idempotencyKey === null)
      throw wrongKey('It wants one, as its argument or in the header Idempotency-Key.');
    const answer: unknown = await resolve(source, { ...args, idempotencyKey }, ctx, info);
    if ((answer as { replayed?: boolean }).replayed) ctx.replayed.push(String(info.path.key));
    return answer;
  };
}

function taking(
  { name, type }: GraphQLField<unknown, Context>,
  resolve: Resolve,
  agains: () => Agains,
): Resolve {
  return async (source, { idempotencyKey, ...input }, ctx, info) => {
    const key = keyOf({ idempotencyKey }, ctx, info);
    const known = agains();
    const again = name in known ? known[name] : known[getNamedType(type).name];
    if (key === null || !again || ctx.viewer.kind === 'anonymous') return resolve(source, input, ctx, info);
    const retry = new Retry({ viewer: viewerKey(ctx.viewer), field: name, key, input });
    const replay = (): unknown => {
      ctx.replayed.push(String(info.path.key));
      ctx.memo.clear();
      ctx.em.clear();
      return again(ctx, input as never);
    };
    if ((await retry.earlier(ctx.em)) === 'same') return replay();
    ctx.retry = retry;
    try {
      return await resolve(source, input, ctx, info);
    } catch (error) {
      if (error instanceof Repeated) return replay();
      // What it is refused for may be what a twin of this call, or the call that the key belongs to, has just done.
      const earlier = isConflict(error) ? await retry.earlier(ctx.em) : null;
      if (earlier === 'same') return replay();
      throw earlier === 'other' ? new Refusal('IDEMPOTENCY_KEY_REUSED') : error;
    } finally {
      ctx.retry = null;
    }
  };
}

function isConflict(error: unknown): boolean {
  return error instanceof Refusal && errorCodes[error.code][0] === 409;
}

function keyOf(args: Args, { keyInHeader }: Context, { operation }: GraphQLResolveInfo): string | null {
  const said = args[argument.name] as string | null | undefined;
  if (said != null) return said;
  if (keyInHeader === null) return null;
  const [first, ...more] = operation.selectionSet.selections;
  if (first!.kind !== Kind.FIELD || more.length > 0)
    throw wrongKey(
      'The header Idempotency-Key is for the single mutation of a request: give each its argument.',
    );
  // Quoted, as the draft of the header wants it, or bare.
  return keyFrom(/^"(.*)"$/.exec(keyInHeader)?.[1] ?? keyInHeader);
}

function keyFrom(text: string): string {
  try {
    return IdempotencyKey.parseValue(text) as string;
  } catch (error) {
    throw wrongKey((error as Error).message);
  }
}

function wrongKey(message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { fields: [{ path: argument.name, message }] });
}
