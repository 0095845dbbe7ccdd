import type { TestApp } from './app.ts';

/**
 * What the app asks its database while it answers, in order. Work that goes on beside is left out: carrying letters and ringing
 * of the news are the same for everybody. So are values that the ORM writes into its texts.
 */
export async function statementsOf(app: TestApp, answer: () => Promise<unknown>): Promise<string[]> {
  const { texts } = await app.statements.during(answer);
  return texts
    .map((text) =>
      text
        .replace(/\s+/g, ' ')
        .replace(/'[^']*@[^']*'/g, "'address'")
        .trim(),
    )
    .filter((text) => !/^(update|delete from) job\b/.test(text));
}
