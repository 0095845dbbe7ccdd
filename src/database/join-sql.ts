import type { Sql } from './sql.ts';

/** Statements put together from parts: each part's values keep their places behind those of the parts before it. */
export function joinSql(parts: readonly Sql[], separator: string): Sql {
  const values: unknown[] = [];
  const texts = parts.map((part) => {
    const before = values.length;
    values.push(...part.values);
    return part.text.replace(/\$(\d+)/g, (_, place: string) => `$${before + Number(place)}`);
  });
  return { text: texts.join(separator), values };
}
