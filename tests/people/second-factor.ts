import { Secret, TOTP } from 'otpauth';
import { BeginSecondFactorDocument, ConfirmSecondFactorDocument } from '../../schema/operations.ts';
import type { As } from '../support/as.ts';
import { password } from '../support/build.ts';

/** Somebody's authenticator app. */
export class Authenticator {
  constructor(private readonly secret: string) {}

  /** The code of this half minute, or of one some later. A clock that moves on meanwhile makes it an earlier one, still good. */
  code(later = 0): string {
    const totp = new TOTP({ secret: Secret.fromBase32(this.secret) });
    return totp.generate({ timestamp: Date.now() + later * 30_000 });
  }
}

/** Sets one up, with the code of this half minute. */
export async function setUp(viewer: As): Promise<{ app: Authenticator; recoveryCodes: readonly string[] }> {
  const { beginSecondFactor } = await viewer.ask(BeginSecondFactorDocument, { password });
  const app = new Authenticator(beginSecondFactor.secret);
  const { confirmSecondFactor } = await viewer.ask(ConfirmSecondFactorDocument, { code: app.code() });
  return { app, recoveryCodes: confirmSecondFactor };
}
