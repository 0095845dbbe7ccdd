import { LRUCache } from 'lru-cache';
import type { Menu, MenuItem } from '../../menus/menu.ts';
import type { Conversation } from '../conversation.ts';
import { cartExcerpt } from './cart-excerpt.ts';
import { menuExcerpt } from './menu-excerpt.ts';
import type { Model, ModelReply } from './model.ts';
import type { ModelReading } from './model-reading.ts';
import { type Patience, patientModel } from './patient-model.ts';
import { questionAbout } from './question-about.ts';
import { readAnswer } from './read-answer.ts';

/** What reading with a model took, once a request. Sums are since the start of this process. */
export interface ModelUse {
  readonly model: string;
  readonly restaurantId: string;
  /** `answered`, or what was wrong. */
  readonly outcome: string;
  readonly ms: number;
  readonly attempts: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly sumOfReadings: number;
  readonly sumOfFailures: number;
  readonly sumOfMs: number;
  readonly sumOfTokensIn: number;
  readonly sumOfTokensOut: number;
}

export interface ModelReaderOptions extends Patience {
  readonly model: Model;
  /** Told of every request: ids and numbers, never what was said. The order waits for it. */
  used(use: ModelUse): void | Promise<void>;
}

export interface ModelReader {
  /** What a model makes of the text, or null if there is no usable answer. `named`: the items that the words may have to do with, likeliest first. */
  read(
    text: string,
    menu: Menu,
    named: readonly MenuItem[],
    conversation?: Conversation,
  ): Promise<ModelReading | null>;
  /** Gives up what runs. */
  close(): void;
}

/** Whoever says it again at once, because the cart had changed or with the same key, is answered from memory. */
const memory = { max: 200, ttl: 60_000 };
/** So that a guest does not wait for a failure twice. */
const failuresMs = 5_000;

export function modelReader({ model, used, ...patience }: ModelReaderOptions): ModelReader {
  const ask = patientModel(model, patience);
  const closing = new AbortController();
  const readings = new WeakMap<Menu, LRUCache<string, Promise<ModelReading | null>>>();
  const sums = { readings: 0, failures: 0, ms: 0, tokensIn: 0, tokensOut: 0 };

  async function readAnew(
    text: string,
    menu: Menu,
    named: readonly MenuItem[],
    conversation: Conversation,
  ): Promise<ModelReading | null> {
    const excerpt = menuExcerpt(menu, named);
    const cart = cartExcerpt(conversation, menu, excerpt);
    const began = performance.now();
    const asked = await ask(questionAbout(text, excerpt, cart), closing.signal);
    const { reply } = asked;
    const read = reply && usable(reply, (answer) => readAnswer(answer, text, excerpt, cart));
    const reading = typeof read === 'string' ? null : read;
    const ms = Math.round(performance.now() - began);
    const { tokensIn, tokensOut } = reply ?? { tokensIn: 0, tokensOut: 0 };
    sums.readings += 1;
    sums.failures += reading ? 0 : 1;
    sums.ms += ms;
    sums.tokensIn += tokensIn;
    sums.tokensOut += tokensOut;
    await used({
      model: model.name,
      restaurantId: menu.restaurantId,
      outcome: typeof read === 'string' ? read : asked.outcome,
      ms,
      attempts: asked.attempts,
      tokensIn,
      tokensOut,
      sumOfReadings: sums.readings,
      sumOfFailures: sums.failures,
      sumOfMs: sums.ms,
      sumOfTokensIn: sums.tokensIn,
      sumOfTokensOut: sums.tokensOut,
    });
    return reading;
  }

  return {
    read(text, menu, named, conversation = { lines: [], about: [] }) {
      const known = readings.get(menu) ?? new LRUCache<string, Promise<ModelReading | null>>(memory);
      readings.set(menu, known);
      const inAnyCart = JSON.stringify([text]);
      const inThisCart = JSON.stringify([text, ...cartOf(conversation)]);
      const earlier = known.get(inThisCart) ?? known.get(inAnyCart);
      if (earlier) return earlier;
      const reading = readAnew(text, menu, named, conversation);
      known.set(inThisCart, reading);
      void reading.then((done) => {
        if (!done) for (const key of [inThisCart, inAnyCart]) known.set(key, reading, { ttl: failuresMs });
        else if (onlyAdds(done)) known.set(inAnyCart, reading);
      });
      return reading;
    },
    close: () => closing.abort(),
  };
}

/** A string: why not. */
function usable({ text, complete }: ModelReply, read: (answer: string) => ModelReading | string) {
  if (text === null) return 'declined to answer';
  return complete ? read(text) : 'an answer cut off';
}

function cartOf({ lines, about }: Conversation): unknown[] {
  return lines.map(({ note, choices, ...line }) => [line, about.includes(line.id)]);
}

/** Whatever else is in the cart, it means the same. */
function onlyAdds({ lines, changes, notUnderstood }: ModelReading): boolean {
  return lines.length > 0 && changes.length === 0 && notUnderstood.length === 0;
}
