import type { Reading } from './asked.ts';
import type { NameSpan } from './span.ts';

export interface Following {
  /** The item that these words lead up to: "two | large margheritas". */
  readonly item: NameSpan | null;
  readonly isAcrossAnd: boolean;
  readonly sizes: readonly NameSpan[];
  readonly modifiers: readonly NameSpan[];
  /** "without …", "extra …" */
  readonly wish: boolean;
  readonly unknown: boolean;
}

/** Far enough for any phrase a person says, near enough to keep the whole linear. */
const horizon = 16;

export function whatFollows({ spans, pauses }: Reading, at: number): Following {
  const sizes: NameSpan[] = [];
  const modifiers: NameSpan[] = [];
  let isAcrossAnd = false;
  let unknown = false;
  let perhaps: NameSpan | null = null;
  let isWish = false;
  const found = (item: NameSpan | null, wish = false): Following => ({
    item,
    isAcrossAnd,
    sizes,
    modifiers,
    wish,
    unknown,
  });
  for (let next = at + 1; next < Math.min(spans.length, at + horizon); next++) {
    const span = spans[next]!;
    if (pauses[next] !== 'none') break;
    if (span.kind === 'quiet' || span.kind === 'end' || span.kind === 'group' || span.kind === 'aside')
      continue;
    // "make one a double"
    const isOneOfThem = span.kind === 'number' && span.isArticle && spans[at]!.kind === 'number';
    if (isOneOfThem && sizes.length + modifiers.length === 0 && !unknown) continue;
    if (span.kind === 'unknown' || span.kind === 'removingAfter') {
      unknown = true;
    } else if (span.kind === 'name') {
      if (isOnlyItem(span)) return found(span);
      if (span.items.length > 0) perhaps = span;
      if (span.isSize) sizes.push(span);
      else modifiers.push(span);
    } else if (span.kind === 'and') {
      if (
        !spans
          .slice(at, next)
          .some((before) => before.kind === 'name' && before.modifierGrade && !before.isSize)
      )
        break;
      isAcrossAnd = true;
    } else if (span.kind === 'amount' && span.asSize && spans[next + 1]?.kind !== 'name') {
      sizes.push(span.asSize);
    } else if (span.kind === 'amount') {
      const after = spans[next + 1];
      if (!(after?.kind === 'name' && isOnlyItem(after))) isWish = true;
      else unknown = true;
    } else {
      if (span.kind === 'adding' || span.kind === 'removing') isWish = true;
      break;
    }
  }
  return found(perhaps, isWish && perhaps === null);
}

function isOnlyItem(span: NameSpan): boolean {
  return (
    span.itemGrade === 'full' || (span.itemGrade === 'part' && span.modifierGrade === null && !span.isSize)
  );
}
