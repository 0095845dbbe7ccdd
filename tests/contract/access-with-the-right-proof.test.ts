import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { type Place, person, place } from '../support/build.ts';
import { overHttp, overSocket } from './access-doors.ts';
import { proofs } from './access-proofs.ts';
import { rows } from './access-rows.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

afterAll(() => app.close());

describe('whoever shows the right password, token or code is let through at either door', () => {
  const asked = Object.entries(proofs).flatMap(([field, verb]) =>
    [overHttp, overSocket].map((door) => [field, door.name, verb, door] as const),
  );

  test.each(asked)('%s %s', async (field, _, { document, proof, signedIn }, door) => {
    const one = await person(app);
    const shown = await proof(one, { app, here });
    const viewer = signedIn ? one : new As(app.url);
    const onlyOverSockets = field === 'renewConnection' && door === overHttp;
    expect(await door(viewer, document, shown)).toBe(onlyOverSockets ? 'OPERATION_RESOLUTION_FAILURE' : 'OK');
    await viewer.hangUp();
  });

  test('and these are all the verbs of which the table has none but wrong ones', () => {
    const wrong = rows.filter(({ label }) =>
      /: (an unknown token|a wrong (password|code)|a broken token|none set up|somebody else's)$/.test(label),
    );
    expect(wrong.map(({ field }) => field).sort()).toEqual(Object.keys(proofs).sort());
  });
});
