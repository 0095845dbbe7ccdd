import { RegisterDocument } from '../../schema/operations.ts';
import { As } from './as.ts';
import { password } from './build.ts';

/** Has one letter sent to somebody who has an account: that they have one. Resolves when the request is answered. */
export async function letterTo(url: string, email: string): Promise<void> {
  await new As(url).ask(RegisterDocument, { input: { email, name: 'Somebody', password } });
}
