import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import QRCode, { type QRCodeToStringOptions } from 'qrcode';
import {
  ArchiveTableDocument,
  CreateRestaurantDocument,
  CreateTableDocument,
  RestaurantQrDocument,
  RestaurantQrSheetDocument,
  RestaurantTablesDocument,
  RotateTableCodeDocument,
  UpdateRestaurantDocument,
} from '../../schema/operations.ts';
import { answerOf, codeOf } from '../door.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import {
  codeOfTable,
  guest,
  key,
  type Person,
  type Place,
  person,
  place,
  staff,
  unique,
} from '../support/build.ts';
import { placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

afterAll(() => app.close());

const drawing = (link: string) => QRCode.toString(link, { type: 'svg', margin: 4 });
const counter = () => `http://comanda.test/r/${here.slug}`;
const table = () => `${counter()}/${here.tableCode}`;
const pathOf = (link: string) => new URL(link).pathname;

/** The width and height that a PNG says it has. */
function sizeOf(png: Buffer): [width: number, height: number] {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** What a phone's camera makes of it. */
function scanned(png: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(png);
  const read = jsqr as unknown as typeof jsqr.default;
  return read(new Uint8ClampedArray(data), width, height)?.data;
}

async function pngAt(path: string): Promise<Buffer> {
  const response = await fetch(`${app.url}${path}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
  return Buffer.from(await response.arrayBuffer());
}

describe.each([
  ["a table's code", table],
  ["the counter's code", counter],
])('%s', (_, link) => {
  test('is an SVG at a URL', async () => {
    const { status, type, text } = await answerOf(app, `${pathOf(link())}/qr.svg`);
    expect([status, type, text]).toEqual([200, 'image/svg+xml', await drawing(link())]);
  });

  test('is a PNG at a URL, of the size that is asked for', async () => {
    const path = `${pathOf(link())}/qr.png`;
    expect(sizeOf(await pngAt(path))).toEqual([512, 512]);
    expect(sizeOf(await pngAt(`${path}?size=128`))).toEqual([128, 128]);
    expect(sizeOf(await pngAt(`${path}?size=1024`))).toEqual([1024, 1024]);
    for (const size of [128, 512, 1000]) expect(scanned(await pngAt(`${path}?size=${size}`))).toBe(link());
  });

  test('may be shown by pages of any origin', async () => {
    const { headers } = await fetch(`${app.url}${pathOf(link())}/qr.svg`);
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  test.each(['127', '1025', '0', '-128', '1e3', '512.5', 'big', '', '99999999999', '128&size=128'])(
    'has no PNG of size %s',
    async (size) => {
      const answer = await answerOf(app, `${pathOf(link())}/qr.png?size=${size}`);
      expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
    },
  );
});

test('the fields say where the pictures are, and hold them', async () => {
  const { restaurant } = await here.owner.ask(RestaurantTablesDocument, { slug: here.slug });
  expect(restaurant.tables[0]!.qr).toEqual({
    url: table(),
    svgUrl: `${table()}/qr.svg`,
    pngUrl: `${table()}/qr.png`,
    svg: await drawing(table()),
  });
  const { qr } = (await new As(app.url).ask(RestaurantQrDocument, { slug: here.slug })).restaurant;
  expect(qr).toMatchObject({ url: counter(), svgUrl: `${counter()}/qr.svg`, svg: await drawing(counter()) });
  const png = Buffer.from(qr.png.replace('data:image/png;base64,', ''), 'base64');
  expect(png).toEqual(await pngAt(`${pathOf(counter())}/qr.png`));
});

test.each(['/qr.svg', '/qr.png', ''])('a code that nobody printed has no picture: %s', async (end) => {
  for (const path of [`/r/${here.slug}/deadcode2345`, '/r/no-such-place', '/r/%00', `/r/${here.slug}/%00`]) {
    const answer = await answerOf(app, `${path}${end}`);
    expect([answer.status, codeOf(answer)]).toEqual([404, 'NOT_FOUND']);
  }
});

test("nor has one under another restaurant's name", async () => {
  const there = await place(app);
  for (const end of ['/qr.svg', '/qr.png', '']) {
    const answer = await answerOf(app, `/r/${there.slug}/${here.tableCode}${end}`);
    expect([answer.status, codeOf(answer)]).toEqual([404, 'NOT_FOUND']);
  }
});

test('nor has one that was rotated', async () => {
  const there = await place(app);
  await there.owner.ask(RotateTableCodeDocument, { tableId: there.tableId });
  const statusOf = async (code: string) => (await answerOf(app, `/r/${there.slug}/${code}/qr.svg`)).status;
  expect([await statusOf(there.tableCode), await statusOf(await codeOfTable(there))]).toEqual([404, 200]);
});

test('a picture asked for by an old slug is of the link as it is now', async () => {
  const there = await place(app);
  const slug = unique('moved');
  await there.owner.ask(UpdateRestaurantDocument, {
    restaurantId: there.id,
    input: { slug },
    expectedVersion: 1,
  });
  const { text } = await answerOf(app, `/r/${there.slug}/${there.tableCode}/qr.svg`);
  expect(text).toBe(await drawing(`http://comanda.test/r/${slug}/${there.tableCode}`));
});

test("whoever has the restaurant's link alone orders for pickup", async () => {
  const { json } = await answerOf(app, `/r/${here.slug}`);
  expect(json).toEqual({ restaurant: 'A place', restaurantSlug: here.slug, table: null, tableCode: null });
  const order = await placedOrder(await guest(app, { slug: here.slug }), here);
  expect(order).toMatchObject({ fulfilment: 'PICKUP', tableName: null });
});

describe('the sheet of all tables', () => {
  const sheet = async (viewer: As, slug = here.slug) =>
    (await viewer.ask(RestaurantQrSheetDocument, { slug })).restaurant.qrSheet;

  test("has every table's code with its name and the restaurant's, in the letters of any language", async () => {
    const owner = await person(app);
    const slug = await opened(owner, '<b>食堂</b> & "Söhne"');
    const { restaurant } = await owner.ask(RestaurantTablesDocument, { slug });
    for (const name of ['テーブル 1', 'طاولة ٢', "<script>alert('3')</script>"]) {
      const input = { restaurantId: restaurant.id, name };
      await owner.ask(CreateTableDocument, { input, idempotencyKey: key() });
    }
    const page = await sheet(owner, slug);
    const { tables } = (await owner.ask(RestaurantTablesDocument, { slug })).restaurant;
    expect(tables).toHaveLength(3);
    for (const { qr } of tables) expect(page).toContain(qr.svg);
    expect(page).toContain('<figcaption>テーブル 1</figcaption>');
    expect(page).toContain('<figcaption>طاولة ٢</figcaption>');
    expect(page).toContain('<figcaption>&#60;script&#62;alert(&#39;3&#39;)&#60;/script&#62;</figcaption>');
    expect(page.match(/<h2>&#60;b&#62;食堂&#60;\/b&#62; &#38; &#34;Söhne&#34;<\/h2>/g)).toHaveLength(3);
    expect(page).not.toContain('<script');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('size: A4');
  });

  test('is drawn once, under however many aliases', async () => {
    const { toString: draw } = QRCode;
    let drawn = 0;
    const counting = (text: string, options: QRCodeToStringOptions) => {
      drawn += 1;
      return draw(text, options);
    };
    Object.assign(QRCode, { toString: counting });
    try {
      const document = 'query ($slug: String!) { restaurant(slug: $slug) { a: qrSheet b: qrSheet } }';
      const { data } = await here.owner.raw<{ restaurant: { a: string; b: string } }>(document, {
        slug: here.slug,
      });
      expect(data!.restaurant.a).toContain('<figure>');
      expect(data!.restaurant.b).toBe(data!.restaurant.a);
      expect(drawn).toBe(1);
    } finally {
      Object.assign(QRCode, { toString: draw });
    }
  });

  test('leaves out what is archived', async () => {
    const { owner, slug, tableId } = await place(app);
    expect(await sheet(owner, slug)).toContain('<figure>');
    await owner.ask(ArchiveTableDocument, { tableId });
    expect(await sheet(owner, slug)).not.toContain('<figure>');
  });

  test('is for the floor, managers and owners', async () => {
    for (const role of ['FLOOR', 'MANAGER'] as const) {
      expect(await sheet(await staff(app, here.id, role))).toContain('Table 1');
    }
    const { slug } = here;
    for (const role of ['KITCHEN', 'COURIER'] as const) {
      const member = await staff(app, here.id, role);
      expect(await member.codeOf(RestaurantQrSheetDocument, { slug })).toBe('FORBIDDEN');
    }
    const elsewhere = await place(app);
    for (const viewer of [elsewhere.owner, await guest(app, here), new As(app.url)]) {
      expect(await viewer.codeOf(RestaurantQrSheetDocument, { slug })).toBe('NOT_FOUND');
    }
  });

  async function opened(owner: Person, title: string): Promise<string> {
    const input = { slug: unique('sheet'), title, currency: 'JPY', timeZone: 'Asia/Tokyo', locale: 'ja-JP' };
    const variables = { input, idempotencyKey: key() };
    return (await owner.ask(CreateRestaurantDocument, variables)).createRestaurant.restaurant.slug;
  }
});
