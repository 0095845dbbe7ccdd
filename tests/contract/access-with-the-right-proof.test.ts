import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DocumentNode } from 'graphql';
import {
  AcceptInviteDocument,
  BeginSecondFactorDocument,
  ChangeEmailDocument,
  ChangePasswordDocument,
  ConfirmEmailDocument,
  ConfirmSecondFactorDocument,
  DeleteMeDocument,
  DisableSecondFactorDocument,
  RegisterDocument,
  RenewConnectionDocument,
  RequestPasswordResetDocument,
  ResetPasswordDocument,
  VerifyEmailDocument,
} from '../../schema/operations.ts';
import { Authenticator, setUp } from '../people/second-factor.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { type Person, type Place, password, person, place, unique } from '../support/build.ts';
import { invited } from '../support/invite.ts';
import { tokenIn } from '../support/token-in.ts';
import { overHttp, overSocket } from './access-doors.ts';
import { rows } from './access-rows.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

afterAll(() => app.close());

interface Proven {
  readonly document: DocumentNode;
  /** What only its owner has to show, made for one question. */
  readonly proof: (one: Person) => Promise<Record<string, unknown>> | Record<string, unknown>;
  /** Whoever has the letter needs no session. */
  readonly signedIn: boolean;
}

const another = 'a very different password';

/** Each ends, for whoever shows another proof, in a line of the table. */
const verbs: Record<string, Proven> = {
  verifyEmail: {
    document: VerifyEmailDocument,
    signedIn: false,
    proof: async () => {
      const email = `${unique('new')}@example.com`;
      await new As(app.url).ask(RegisterDocument, { input: { email, name: 'New', password } });
      return { token: tokenIn(await app.mailbox.letterTo(email)) };
    },
  },
  resetPassword: {
    document: ResetPasswordDocument,
    signedIn: false,
    proof: async ({ email }) => {
      await new As(app.url).ask(RequestPasswordResetDocument, { email });
      return { token: tokenIn(await app.mailbox.letterTo(email)), password: another };
    },
  },
  changePassword: {
    document: ChangePasswordDocument,
    signedIn: true,
    proof: () => ({ current: password, next: another }),
  },
  changeEmail: {
    document: ChangeEmailDocument,
    signedIn: true,
    proof: () => ({ email: `${unique('moved')}@example.com`, password }),
  },
  confirmEmail: {
    document: ConfirmEmailDocument,
    signedIn: false,
    proof: async (one) => {
      const email = `${unique('moved')}@example.com`;
      await one.ask(ChangeEmailDocument, { email, password });
      return { token: tokenIn(await app.mailbox.letterTo(email)) };
    },
  },
  deleteMe: { document: DeleteMeDocument, signedIn: true, proof: () => ({ password }) },
  renewConnection: {
    document: RenewConnectionDocument,
    signedIn: true,
    proof: ({ credentials }) => ({ accessToken: credentials.accessToken }),
  },
  confirmSecondFactor: {
    document: ConfirmSecondFactorDocument,
    signedIn: true,
    proof: async (one) => {
      const { beginSecondFactor } = await one.ask(BeginSecondFactorDocument, { password });
      return { code: new Authenticator(beginSecondFactor.secret).code() };
    },
  },
  disableSecondFactor: {
    document: DisableSecondFactorDocument,
    signedIn: true,
    proof: async (one) => ({ password, code: (await setUp(one)).recoveryCodes[0] }),
  },
  acceptInvite: {
    document: AcceptInviteDocument,
    signedIn: true,
    proof: async ({ email }) => ({ token: (await invited(app, here, { email, role: 'COURIER' })).token }),
  },
};

describe('whoever shows the right password, token or code is let through at either door', () => {
  const asked = Object.entries(verbs).flatMap(([field, verb]) =>
    [overHttp, overSocket].map((door) => [field, door.name, verb, door] as const),
  );

  test.each(asked)('%s %s', async (field, _, { document, proof, signedIn }, door) => {
    const one = await person(app);
    const shown = await proof(one);
    const viewer = signedIn ? one : new As(app.url);
    const onlyOverSockets = field === 'renewConnection' && door === overHttp;
    expect(await door(viewer, document, shown)).toBe(onlyOverSockets ? 'OPERATION_RESOLUTION_FAILURE' : 'OK');
    await viewer.hangUp();
  });

  test('and these are all the verbs of which the table has none but wrong ones', () => {
    const wrong = rows.filter(({ label }) =>
      /: (an unknown token|a wrong (password|code)|a broken token|none set up|somebody else's)$/.test(label),
    );
    expect(wrong.map(({ field }) => field).sort()).toEqual(Object.keys(verbs).sort());
  });
});
