import { Refusal } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { byPassword } from './by-password.ts';
import { findMe } from './find-me.ts';
import { SecondFactor } from './second-factor.entity.ts';
import { totp } from './totp.ts';

export interface BegunFactor {
  readonly secret: string;
  readonly uri: string;
}

/** A secret for an app; nothing is asked for until a code of it has come. Again: another secret. Throws FORBIDDEN when one is set up. */
export async function beginSecondFactor(ctx: Context, password: string): Promise<BegunFactor> {
  const { email } = await findMe(ctx);
  const secret = totp.newSecret();
  await byPassword(ctx, password, async (tx, { id: personId }) => {
    const before = await tx.em.findOne(SecondFactor, { personId });
    if (before?.confirmedAt) throw new Refusal('FORBIDDEN', 'A second factor is set up: disable it first.');
    const begun = { sealed: ctx.seal.close(secret), createdAt: new Date(), confirmedAt: null, lastStep: 0 };
    if (before) tx.em.assign(before, begun);
    else tx.em.create(SecondFactor, { personId, ...begun });
    await tx.tell([{ kind: 'account.second-factor-begun', subject: personId }]);
  });
  return { secret, uri: totp.uri(secret, email) };
}
