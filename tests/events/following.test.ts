import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.ts';
import { guest, type Place, place, staff } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';
import { Chance } from './chance.ts';
import { Screen } from './screen.ts';

let app: TestApp;
let here: Place;

const chance = new Chance();
const orders = 500;
const clients = 8;
const cuts = 50;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

afterAll(() => app.close());

/** After how many messages of a connection it breaks: often before the verdict, often right after it, else some way on. */
function randomMoment(): number {
  return chance.oneOf([0, 0, 1, 1, 2 + chance.below(12), 2 + chance.below(12)]);
}

async function breakAndResume(screen: Screen): Promise<void> {
  for (let cut = 0; cut < cuts; cut++) {
    await screen.cutAfter(randomMoment());
    await screen.switchOn();
  }
}

async function placeAll(): Promise<number[]> {
  const placed: number[] = [];
  let left = orders;
  const order = async (): Promise<void> => {
    const anna = await guest(app, here);
    while (left-- > 0) placed.push((await placedOrder(anna, here)).number);
  };
  await Promise.all(Array.from({ length: clients }, order));
  return placed;
}

test(`a screen whose connection breaks ${cuts} times misses nothing and hears nothing twice (SEED=${chance.seed})`, async () => {
  const screen = new Screen(await staff(app, here.id, 'KITCHEN'), here.id);
  for (let early = 0; early < 3; early++) {
    await screen.switchOn();
    await screen.cutAfter(0);
  }
  await screen.switchOn();
  await screen.until(() => screen.board.number !== null);
  const [placed] = await Promise.all([placeAll(), breakAndResume(screen)]);
  await screen.until(() => screen.told.length >= orders);
  const all = Array.from({ length: orders }, (_, index) => index + 1);
  expect(screen.wrong).toEqual([]);
  expect(screen.told).toEqual(all);
  expect(placed.sort((one, other) => one - other)).toEqual(all);
  expect(screen.board.tickets.size).toBe(orders);
  expect(new Set(screen.verdicts)).toEqual(new Set(['SNAPSHOT', 'RESUMED']));
  expect(app.failures).toEqual([]);
  await screen.switchOff();
}, 300_000);
