import type { NameSpan, Span } from './span.ts';

/** A dish, and not what comes with one. */
export function isDish(span: Span | undefined): span is NameSpan {
  return span?.kind === 'name' && span.itemGrade !== null && span.modifierGrade !== 'full';
}
