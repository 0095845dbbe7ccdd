import { predictionOf } from '../src/commands/prediction-of.ts';
import { inProcessParser } from '../src/parsing/in-process-parser.ts';
import { leftToModel } from '../src/parsing/models/left-to-model.ts';
import { menuExcerpt } from '../src/parsing/models/menu-excerpt.ts';
import { modelReader } from '../src/parsing/models/model-reader.ts';
import { openaiModel } from '../src/parsing/models/openai-model.ts';
import { withModel } from '../src/parsing/models/with-model.ts';
import type { OrderParser, ParsedOrder } from '../src/parsing/order-parser.ts';
import { type Answer, answers, ModelServer } from '../tests/parsing/models/model-server.ts';
import { corpus, corpusFolder, type GoldOrder, type Shop } from './support/corpus.ts';
import type { Finding } from './support/finding.ts';
import { goldAnswer } from './support/gold-answer.ts';

const rules = inProcessParser();

/** What a model would add: gold answers of a corpus, replayed over the protocol by a server of this process; and what it cannot spoil. */
export async function wordsModels(): Promise<Finding[]> {
  const shops = await corpus();
  if (!shops) return [{ text: `words-models: no corpus in ${corpusFolder} (ORDER_CORPUS)`, reached: null }];
  const server = await ModelServer.start();
  try {
    const findings: Finding[] = [];
    for (const shop of shops) findings.push(await withGold(shop, server), await withHarm(shop, server));
    return findings;
  } finally {
    await server.close();
  }
}

async function parsersAt({ url }: ModelServer) {
  const model = await openaiModel({ baseUrl: url, apiKey: null, model: 'recorded', stream: false });
  const reader = modelReader({ model, timeoutMs: 5_000, firstWaitMs: 1, used: () => {} });
  return withModel(rules, reader);
}

async function withGold(shop: Shop, server: ModelServer): Promise<Finding> {
  const alone = await predicted(shop, rules);
  // Each with a memory of its own.
  const rest = await replayed(shop, server, (await parsersAt(server)).both);
  const whole = await replayed(shop, server, (await parsersAt(server)).model);
  const needs = (read: ParsedOrder) => leftToModel(read).length > 0;
  const wanted = {
    model: textsThat(alone.read, (read) => read.lines.length > 0 || needs(read)),
    both: textsThat(alone.read, needs),
  };
  const part = (requests: number) => `${requests} requests for ${shop.orders.length} orders`;
  return {
    text: `words-models: ${shop.name}: exact match ${alone.exact.toFixed(1)} % in-process; ${rest.exact.toFixed(1)} % BOTH, ${part(rest.requests)}; ${whole.exact.toFixed(1)} % MODEL, ${part(whole.requests)}`,
    reached:
      rest.exact >= alone.exact &&
      whole.exact >= alone.exact &&
      rest.requests === wanted.both &&
      whole.requests === wanted.model,
  };
}

interface Predicted {
  readonly exact: number;
  readonly read: ReadonlyMap<GoldOrder, ParsedOrder>;
}

async function predicted(
  shop: Shop,
  parser: OrderParser,
  before = async (_: GoldOrder) => {},
): Promise<Predicted> {
  const read = new Map<GoldOrder, ParsedOrder>();
  for (const order of shop.orders) {
    await before(order);
    read.set(order, await parser.parse(order.text, shop.menu));
  }
  const predictions = [...read].map(
    ([{ id }, { lines, unmatched }]) => [id, predictionOf(lines, unmatched, shop.menu)] as const,
  );
  return { exact: shop.exact(new Map(predictions)), read };
}

async function replayed(shop: Shop, server: ModelServer, parser: OrderParser) {
  let requests = 0;
  const { exact } = await predicted(shop, parser, async (order) => {
    requests += server.asked.length;
    const excerpt = menuExcerpt(shop.menu, await rules.itemsNamed(order.text, shop.menu));
    server.will(answers.saying(goldAnswer(order, await rules.parse(order.text, shop.menu), excerpt)));
  });
  requests += server.asked.length;
  server.will();
  return { exact, requests };
}

/** The same words are asked about once. */
function textsThat(read: Predicted['read'], holds: (read: ParsedOrder) => boolean): number {
  return new Set([...read].filter(([, order]) => holds(order)).map(([{ text }]) => text)).size;
}

const everythingFree = { lines: [], notUnderstood: [], discount: 100 };

const harms: Readonly<Record<string, Answer>> = {
  'an outage': answers.status(503),
  junk: answers.saying('Of course! Your order is on its way.'),
  'an injection': answers.saying(everythingFree),
};

async function withHarm(shop: Shop, server: ModelServer): Promise<Finding> {
  let spoilt = 0;
  for (const harm of Object.values(harms)) {
    for (const parser of Object.values(await parsersAt(server))) {
      server.will(harm);
      for (const { text } of shop.orders) {
        const { warnings, ...alone } = await rules.parse(text, shop.menu);
        const { warnings: more, ...harmed } = await parser.parse(text, shop.menu);
        if (JSON.stringify(harmed) !== JSON.stringify(alone) || more.length < warnings.length) spoilt += 1;
      }
    }
  }
  return {
    text: `words-models: ${shop.name}: with ${Object.keys(harms).join(', ')}, ${spoilt} of ${shop.orders.length} orders differ from in-process`,
    reached: spoilt === 0,
  };
}
