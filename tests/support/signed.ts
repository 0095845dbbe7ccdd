import jwt, { type JwtPayload, type SignOptions } from 'jsonwebtoken';
import { keyId } from '../../src/key-id.ts';
import { jwtSecret } from './app.ts';
import type { As } from './as.ts';

/** What sign-in signed for somebody, except for what a test changes. */
export function signed(
  { credentials }: As,
  options: SignOptions = {},
  kind = 'access',
  secret = jwtSecret,
): string {
  const { sub, sid } = jwt.decode(credentials.accessToken!) as JwtPayload;
  return jwt.sign({ kind, sid }, secret, {
    algorithm: 'HS256',
    keyid: keyId(jwtSecret),
    issuer: 'comanda',
    audience: 'comanda-api',
    subject: sub!,
    expiresIn: 900,
    ...options,
  });
}
