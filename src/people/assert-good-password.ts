import { Refusal } from '../errors.ts';
import { emailKey } from './email-key.ts';
import { longestPassword } from './longest-password.ts';

/** Every rule for new passwords. Throws PASSWORD_REFUSED, which names the rule. */
export async function assertGoodPassword(password: string, email: string): Promise<void> {
  if (password.length > longestPassword) throw tooLong();
  const normalised = password.normalize('NFKC');
  const { length } = [...normalised];
  if (length < 8) throw refused('TOO_SHORT', 'A password has 8 characters or more.');
  if (length > 128) throw tooLong();
  const lower = normalised.toLowerCase();
  const address = emailKey(email);
  if (lower === address || lower === address.slice(0, address.lastIndexOf('@')))
    throw refused('ADDRESS', 'The e-mail address, or the part before its @, is no password.');
  if (await isCommon(lower)) throw refused('COMMON', 'This is one of the passwords that are tried first.');
}

/** The list is loaded with the first password: a start does not wait for it. */
async function isCommon(lower: string): Promise<boolean> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return dictionary['passwords-common'].includes(lower);
}

function tooLong(): Refusal {
  return refused('TOO_LONG', 'A password has 128 characters or fewer.');
}

function refused(rule: string, detail: string): Refusal {
  return new Refusal('PASSWORD_REFUSED', detail, { rule });
}
