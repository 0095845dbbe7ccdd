import { Secret, TOTP } from 'otpauth';
import { BeginSecondFactorDocument, ConfirmSecondFactorDocument } from '../../schema/operations.ts';
import type { As } from '../support/as.ts';
import { password } from '../support/build.ts';

/** Somebody's authenticator app. */
export class Authenticator {
  constructor(private readonly secret: string) {}

  /** The code of this half minute, or of one some later. By when it is used the next one may have begun. */
  code(later = 0): string {
    const totp = new TOTP({ secret: Secret.fromBase32(this.secret) });
    return totp.generate({ timestamp: Date.now() + later * 30_000 });
  }
}

export interface SetUp {
  readonly app: Authenticator;
  readonly recoveryCodes: readonly string[];
  /** The code it was confirmed with. */
  readonly used: string;
}

export async function setUp(viewer: As): Promise<SetUp> {
  const { beginSecondFactor } = await viewer.ask(BeginSecondFactorDocument, { password });
  const app = new Authenticator(beginSecondFactor.secret);
  const used = app.code();
  const { confirmSecondFactor } = await viewer.ask(ConfirmSecondFactorDocument, { code: used });
  return { app, recoveryCodes: confirmSecondFactor, used };
}
