import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Person } from '../../src/people/person.entity.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { person, unique } from '../support/build.ts';
import { services } from '../support/services.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.close());

const embedded = services ? test.skip : test;

embedded(
  'what is looked for goes beside the statement, so it is prepared once for whoever it is',
  async () => {
    const looking = () =>
      app.database.em().find(Person, {
        email: { $in: [unique('a'), unique('b')] },
        createdAt: { $lt: new Date() },
        admin: false,
        erasedAt: null,
      });
    const { texts } = await app.statements.during(async () => [await looking(), await looking()]);
    expect(texts).toHaveLength(2);
    expect(texts[1]).toBe(texts[0]);
    expect(texts[0]).toMatch(/in \(\$1, \$2\) .* < \$3 .* = false .* is null/);
  },
);

test.each(["O'Neill", 'What?', '\\?', '??', '$1', 'back\\slash', '"'])(
  'a name of %s is kept as it is',
  async (name) => {
    const { id } = await person(app);
    const em = app.database.em();
    await em.nativeUpdate(Person, { id }, { name });
    expect((await em.findOneOrFail(Person, { id, name })).name).toBe(name);
  },
);

test('a time is kept to the millisecond', async () => {
  const { id } = await person(app);
  const verifiedAt = new Date('2026-03-29T01:30:00.123Z');
  await app.database.em().nativeUpdate(Person, { id }, { verifiedAt });
  expect((await app.database.em().findOneOrFail(Person, { id })).verifiedAt).toEqual(verifiedAt);
  expect(await app.database.em().count(Person, { id: [id, randomUUIDv7()], verifiedAt })).toBe(1);
});
