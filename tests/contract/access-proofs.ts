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
import type { TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { type Person, type Place, password, unique } from '../support/build.ts';
import { invited } from '../support/invite.ts';
import { tokenIn } from '../support/token-in.ts';

interface At {
  readonly app: TestApp;
  readonly here: Place;
}

/** A verb that wants to be shown something. */
export interface Proven {
  readonly document: DocumentNode;
  /** What only its owner has to show, made for one question. */
  readonly proof: (one: Person, at: At) => Promise<Record<string, unknown>> | Record<string, unknown>;
  /** Whoever has the letter needs no session. */
  readonly signedIn: boolean;
}

const another = 'a very different password';

/** Each ends, for whoever shows another proof, in a line of the table. */
export const proofs: Readonly<Record<string, Proven>> = {
  verifyEmail: {
    document: VerifyEmailDocument,
    signedIn: false,
    proof: async (_, { app }) => {
      const email = `${unique('new')}@example.com`;
      await new As(app.url).ask(RegisterDocument, { input: { email, name: 'New', password } });
      return { token: tokenIn(await app.mailbox.letterTo(email)) };
    },
  },
  resetPassword: {
    document: ResetPasswordDocument,
    signedIn: false,
    proof: async ({ email }, { app }) => {
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
    proof: async (one, { app }) => {
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
    proof: async ({ email }, { app, here }) => ({
      token: (await invited(app, here, { email, role: 'COURIER' })).token,
    }),
  },
};
