import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import type { Follower } from '../events/follow.ts';
import { type LiveMessage, LiveSource, type LiveTopic, type Verdict } from '../events/live-source.ts';
import type { Happening } from '../events/read-events.ts';
import type { Context, Viewer } from '../viewer.ts';
import type { ContextFor } from './context.ts';
import { formatError, type Log } from './error-format.ts';
import type { Member, Shared } from './live-group.ts';
import { LiveHubs } from './live-hub.ts';
import { liveKey } from './live-key.ts';
import { patiently } from './patiently.ts';

/** The way to one screen, for one of its subscriptions. */
export interface Outlet {
  /** Sends a result that is text already. False: the screen has fallen behind, send no more until `drained`. */
  send(payload: string): boolean;
  /** Resolves when everything sent so far has left, or the screen is gone. */
  drained(): Promise<void>;
}

export interface Subscribing extends ExecutionArgs {
  /** The document's text: what tells operations apart. */
  readonly query: string;
  /** As whoever is behind the socket is now: rights gained since the stream began are theirs too. */
  readonly viewer: Viewer;
  readonly outlet: Outlet;
}

export interface Live {
  /** Runs a subscription: its verdict and what the screen missed as results, everything live through its outlet. */
  subscribe(args: Subscribing): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>>;
}

export interface LiveOptions {
  readonly follower: Follower;
  readonly contextFor: ContextFor;
  readonly log: Log;
}

/** A screen that missed more than this starts from a snapshot: it is quicker for both. */
const mostToCatchUp = 10_000;
const batch = 200;

export function openLive({ follower, contextFor, log }: LiveOptions): Live {
  const hubs = new LiveHubs(follower);
  // Groups differ in rights, not in what they look up: for an event that is done once. It cannot serve yesterday's order,
  // because whichever group is first to an event looks after it has done the one before.
  const looked = new WeakMap<Happening, Context['memo']>();

  /** Every message gets a fresh context: nothing remembered from the one before can be shown again. */
  async function run(
    args: Subscribing,
    rights: Viewer,
    rootValue: LiveMessage,
    memo?: Context['memo'],
  ): Promise<ExecutionResult> {
    const { schema, document, operationName, variableValues } = args;
    const contextValue = contextFor(rights, memo ? { memo } : {});
    const result = await execute({
      schema,
      document,
      operationName,
      variableValues,
      rootValue,
      contextValue,
    });
    // Without data the change would be lost to the screen: the stream ends instead, and the client resumes.
    if (result.data == null) throw result.errors?.[0] ?? new Error('A live message without data.');
    const errors = result.errors?.map((error) => formatError(error, contextValue.requestId, log));
    return (errors ? { data: result.data, errors } : { data: result.data }) as ExecutionResult;
  }

  async function begin({ stream, after }: LiveTopic<Viewer>): Promise<{ verdict: Verdict; number: number }> {
    const { oldest, last } = await follower.span(stream);
    if (after === null) return { verdict: 'SNAPSHOT', number: last };
    const honoured = after <= last && after >= oldest - 1 && last - after <= mostToCatchUp;
    return honoured ? { verdict: 'RESUMED', number: after } : { verdict: 'RESET', number: last };
  }

  /** The database may go and come back: the stream waits for it, and goes on where it was. */
  async function* follow(
    source: LiveSource<Viewer>,
    args: Subscribing,
    ended: AbortSignal,
  ): AsyncGenerator<ExecutionResult> {
    const { what } = source;
    const rightsNow = () => patiently(ended, () => what.rights(contextFor(args.viewer)));
    const hub = await patiently(ended, () => hubs.enter(what.stream));
    try {
      let { verdict, number: last } = await patiently(ended, () => begin(what));
      while (!ended.aborted) {
        // Looked up after the number was read: what changed them before it is in them, what changes them later is heard.
        let rights = await rightsNow();
        const result = (message: LiveMessage) => patiently(ended, () => run(args, rights, message));
        yield await result({ verdict, number: last, previous: last, event: null });
        let why: Awaited<ReturnType<typeof hub.join>> | null = null;
        while (why !== 'behind' && !ended.aborted) {
          while (last < hub.position) {
            const events = await patiently(ended, () => follower.after(what.stream, last, batch));
            if (events.length === 0) break;
            let told = null as { first: Happening; last: Happening } | null;
            for (const event of events) {
              if (what.concerns(event)) rights = await rightsNow();
              if (source.delivers(event)) told = { first: told?.first ?? event, last: event };
              if (told && (what.gatherMs === undefined || event === events.at(-1))) {
                yield await result(source.message(told.last, told.first));
                told = null;
              }
              last = event.number;
            }
          }
          const member: Member = { last, outlet: args.outlet, concerns: what.concerns };
          why = await hub.join(liveKey(args, rights), member, ended, shared(source, args, rights));
          last = member.last;
          if (why === 'concerned') rights = await rightsNow();
        }
        if (ended.aborted) return;
        await args.outlet.drained();
        verdict = 'RESET';
        last = (await patiently(ended, () => follower.span(what.stream))).last;
      }
    } finally {
      hub.leave();
    }
  }

  /** A group outlives the screen it was made for, so it keeps the rights it was made with, whatever becomes of that screen's. */
  function shared(source: LiveSource<Viewer>, args: Subscribing, rights: Viewer): Shared {
    return {
      delivers: (event) => source.delivers(event),
      gatherMs: source.what.gatherMs,
      execute: async (event, first) => {
        const memo = looked.get(event) ?? new Map();
        looked.set(event, memo);
        return JSON.stringify(await run(args, rights, source.message(event, first), memo));
      },
    };
  }

  return {
    async subscribe(args) {
      const source = await createSourceEventStream(args);
      if (!(source instanceof LiveSource)) return source as ExecutionResult;
      const ended = new AbortController();
      return endable(follow(source as LiveSource<Viewer>, args, ended.signal), ended);
    },
  };
}

/** A generator that waits cannot be returned; the signal ends its wait first. */
function endable<T>(generator: AsyncGenerator<T>, ended: AbortController): AsyncIterableIterator<T> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => generator.next(),
    return: () => {
      ended.abort();
      return generator.return(undefined);
    },
  };
}
