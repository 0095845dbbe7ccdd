import { createHash } from 'node:crypto';

/** Of an input, to tell it from others. The same input in any order of its fields has the same one. */
export function fingerprint(input: unknown): string {
  return createHash('sha256').update(canonical(input)).digest('base64url');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort())
      : inner,
  );
}
