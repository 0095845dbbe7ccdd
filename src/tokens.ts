import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { Refusal } from './errors.ts';
import { keyId } from './key-id.ts';
import type { Viewer, VisitClaim } from './viewer.ts';

const issuer = 'comanda';
const audience = 'comanda-api';
const accessSeconds = 15 * 60;
const deviceSeconds = 365 * 24 * 60 * 60;
/** A visit ends by its row long before; this only bounds how long a lost token may read old orders. */
const visitSeconds = 7 * 24 * 60 * 60;

export interface Issued {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Signing secrets: the one that signs now, then those it has replaced. */
export type Secrets = readonly [string, ...string[]];

/** What a request or a socket shows: a person's token or a key, and beside it a guest's. */
export interface Credentials {
  /** With its scheme: `Bearer …`. */
  readonly authorization?: string | undefined;
  readonly visit?: string | undefined;
}

export interface Read {
  readonly viewer: Viewer;
  readonly expiresAt: Date | null;
}

/** A device that has signed in to an account, or read its mail. It opens nothing: strangers' wrong passwords do not count against it. */
export interface Device {
  readonly id: string;
  readonly personId: string;
  /** The person's when it was issued: it is good as long as that is the same. */
  readonly generation: number;
}

/** Makes and reads the signed tokens that say who asks. Their text never reaches a log. */
export interface Tokens {
  access(personId: string, sessionId: string): Issued;
  visit(visit: VisitClaim): Issued;
  device(device: Device): Issued;
  /** Null when it is broken, expired or of another kind: then a device is as good as any other. */
  readDevice(token: string): Device | null;
  /** Who the tokens say a viewer is; whether the session goes on stands in its row. Throws UNAUTHENTICATED when one is broken or expired. */
  read(given: Credentials): Read;
}

/** The first secret signs; tokens signed by any of them are good, so that a new one signs nobody out. */
export function openTokens([secret, ...older]: Secrets): Tokens {
  // Given as text, jsonwebtoken would try to read a public key from it for every token.
  const keys = new Map([secret, ...older].map((one) => [keyId(one), createSecretKey(one, 'utf8')]));
  const keyid = keyId(secret);
  const key = keys.get(keyid)!;
  const sign = (claims: object, subject: string, seconds: number): Issued => ({
    token: jwt.sign(claims, key, {
      algorithm: 'HS256',
      keyid,
      issuer,
      audience,
      subject,
      expiresIn: seconds,
    }),
    expiresAt: new Date((Math.floor(Date.now() / 1000) + seconds) * 1000),
  });
  return {
    access: (personId, sessionId) => sign({ kind: 'access', sid: sessionId }, personId, accessSeconds),
    visit: (visit) =>
      sign({ kind: 'visit', rid: visit.restaurantId, tid: visit.tableId }, visit.id, visitSeconds),
    device: ({ id, personId, generation }) =>
      sign({ kind: 'device', did: id, gen: generation }, personId, deviceSeconds),
    readDevice(token) {
      const claims = claimsOf(token, keys);
      if (claims?.kind !== 'device') return null;
      return { id: claims.did!, personId: claims.sub, generation: claims.gen ?? 0 };
    },
    read({ authorization, visit }) {
      const first = authorization ? verify(withoutScheme(authorization), keys, 'access', 'visit') : null;
      const second = visit ? verify(visit, keys, 'visit') : null;
      return { viewer: viewerOf(first, second), expiresAt: earliest(first, second) };
    },
  };
}

interface Claims {
  readonly kind: 'access' | 'visit' | 'device';
  readonly sub: string;
  readonly exp: number;
  readonly sid?: string;
  readonly did?: string;
  readonly gen?: number;
  readonly rid?: string;
  readonly tid?: string | null;
}

function verify(
  token: string,
  keys: ReadonlyMap<string, KeyObject>,
  ...kinds: readonly Claims['kind'][]
): Claims {
  const claims = claimsOf(token, keys);
  if (!claims || !kinds.includes(claims.kind)) throw broken();
  return claims;
}

function claimsOf(token: string, keys: ReadonlyMap<string, KeyObject>): Claims | null {
  try {
    const key = keys.get(jwt.decode(token, { complete: true })?.header.kid ?? '');
    return key
      ? (jwt.verify(token, key, { algorithms: ['HS256'], issuer, audience }) as unknown as Claims)
      : null;
  } catch {
    return null;
  }
}

function withoutScheme(header: string): string {
  const [scheme, token, ...rest] = header.split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || rest.length > 0) throw broken();
  return token;
}

function viewerOf(first: Claims | null, second: Claims | null): Viewer {
  if (first?.kind === 'access') {
    return {
      kind: 'person',
      personId: first.sub,
      sessionId: first.sid!,
      admin: false,
      secondFactor: false,
      visit: second ? visitOf(second) : null,
    };
  }
  const visit = first ?? second;
  return visit ? { kind: 'guest', visit: visitOf(visit) } : { kind: 'anonymous' };
}

function visitOf({ sub, rid, tid }: Claims): VisitClaim {
  return { id: sub, restaurantId: rid!, tableId: tid ?? null };
}

function earliest(first: Claims | null, second: Claims | null): Date | null {
  const ends = [first, second].flatMap((claims) => (claims ? [claims.exp] : []));
  return ends.length > 0 ? new Date(Math.min(...ends) * 1000) : null;
}

function broken(): Refusal {
  return new Refusal('UNAUTHENTICATED', 'The token is broken or has expired.');
}
