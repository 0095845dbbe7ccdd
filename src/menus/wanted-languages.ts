import type { Context } from '../viewer.ts';

/** What somebody who asks would rather read: what the field says, or else what the request does. */
export function wantedLanguages(
  { languages }: Pick<Context, 'languages'>,
  said: string | null | undefined,
): readonly string[] {
  return said == null ? languages : [said];
}
