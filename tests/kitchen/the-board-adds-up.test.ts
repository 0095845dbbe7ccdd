import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MoveLinesDocument, MoveOrderDocument, OrderDocument } from '../../schema/operations.ts';
import { Chance } from '../events/chance.ts';
import { Screen } from '../events/screen.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { guest, type Place, place, staff } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;

const chance = new Chance();
const verbs = 200;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

afterAll(() => app.close());

const asSeen = ({ id, version }: { id: string; version: number }) => ({
  orderId: id,
  expectedVersion: version,
});

/** Places an order, or moves one or a line of it to wherever somebody may move it. */
async function anyVerb(unfinished: string[], guests: readonly As[], crew: readonly As[]): Promise<void> {
  if (unfinished.length === 0 || chance.next() < 0.3) {
    unfinished.push((await placedOrder(chance.oneOf(guests), here)).id);
    return;
  }
  const id = chance.oneOf(unfinished);
  const mover = chance.oneOf(crew);
  const { order } = await mover.ask(OrderDocument, { id });
  const line = chance.oneOf(order.lines);
  if (line.allowedMoves.length > 0 && chance.next() < 0.5) {
    const to = chance.oneOf(line.allowedMoves);
    await mover.ask(MoveLinesDocument, { ...asSeen(order), to, lineIds: [line.id] });
    return;
  }
  const to = chance.oneOf(order.allowedMoves);
  const reason = to === 'REJECTED' || to === 'CANCELLED' ? 'OTHER' : null;
  const moved = await mover.ask(MoveOrderDocument, { ...asSeen(order), to, reason });
  if (moved.moveOrder.allowedMoves.length === 0) unfinished.splice(unfinished.indexOf(id), 1);
}

test(`what a board held and what it heard since is what there is now, after ${verbs} verbs (SEED=${chance.seed})`, async () => {
  const guests = [await guest(app, here), await guest(app, here)];
  const crew = [await staff(app, here.id, 'MANAGER'), here.owner];
  const kim = await staff(app, here.id, 'KITCHEN');
  const screen = new Screen(kim, here.id);
  await screen.switchOn();
  const unfinished: string[] = [];
  for (let verb = 0; verb < verbs; verb++) await anyVerb(unfinished, guests, crew);
  const fresh = new Screen(kim, here.id);
  await fresh.switchOn();
  await fresh.until(() => fresh.board.number !== null);
  await screen.until(() => screen.board.number === fresh.board.number);
  expect(screen.wrong).toEqual([]);
  expect(screen.verdicts).toEqual(['SNAPSHOT']);
  expect(fresh.board.tickets.size).toBe(unfinished.length);
  expect(sorted(screen)).toEqual(sorted(fresh));
  await screen.switchOff();
  await fresh.switchOff();
});

function sorted({ board }: Screen): unknown[] {
  return [...board.tickets.values()].sort((one, other) => one.number - other.number);
}
