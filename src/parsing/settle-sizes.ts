import { itemOf } from './item-of.ts';
import type { IndexedItem, MenuIndex } from './menu-index.ts';
import { nameAt } from './name-at.ts';
import type { Span } from './span.ts';
import type { Token } from './token.ts';

const horizon = 6;

/**
 * Some words are a size of one thing and something else of another. "A bottle of water", where only wine is sold by the
 * bottle: no size, but what it comes in. "A double espresso", where there is one: no more of it, but its size.
 */
export function settleSizes(
  spans: readonly Span[],
  tokens: readonly Token[],
  stems: readonly string[],
  index: MenuIndex,
  measures: readonly string[],
): Span[] {
  return spans.map((span, at) => {
    if (span.to - span.from !== 1) return span;
    if (span.kind === 'name' && span.isSize && measures.includes(tokens[span.from]!.word)) {
      const near = itemNear(spans, at, 1) ?? itemNear(spans, at, -1);
      const isSize = !near || near.sizes.has(span.key) || near.sizes.has(span.spelling);
      return isSize ? span : { kind: 'aside', from: span.from, to: span.to };
    }
    const spelling = `=${tokens[span.from]!.word}`;
    if (isCounted(spans, at) && index.sizes.has(spelling)) {
      const near = itemBeside(spans, at, 1) ?? itemBefore(spans, at);
      const size = near?.sizes.has(spelling) && nameAt(tokens.slice(0, span.to), stems, span.from, 0, index);
      if (size) return size;
    }
    if (span.kind === 'amount' && index.sizes.has(stems[span.from]!)) {
      const near = itemBeside(spans, at, 1) ?? itemBeside(spans, at, -1);
      const size =
        near?.sizes.has(stems[span.from]!) && nameAt(tokens.slice(0, span.to), stems, span.from, 0, index);
      const asSize = nameAt(tokens.slice(0, span.to), stems, span.from, 0, index);
      return size || { ...span, asSize };
    }
    return span;
  });
}

/** "four espressos, two double, two | single": where it would be a number or more of something elsewhere. */
function isCounted(spans: readonly Span[], at: number): boolean {
  const { kind } = spans[at]!;
  const after = spans[at + 1]?.kind;
  return (
    (kind === 'amount' || kind === 'number') &&
    spans[at - 1]?.kind === 'number' &&
    (after === undefined || after === 'name' || after === 'number' || after === 'and' || after === 'quiet')
  );
}

function itemBefore(spans: readonly Span[], at: number): IndexedItem | null {
  for (let before = at - 1; before >= 0 && at - before < 2 * horizon; before--) {
    const span = spans[before]!;
    if (span.kind === 'name' && span.items.length > 0) return itemOf(span);
  }
  return null;
}

function itemBeside(spans: readonly Span[], at: number, step: 1 | -1): IndexedItem | null {
  const span = spans[at + step]?.kind === 'quiet' ? spans[at + 2 * step] : spans[at + step];
  return span?.kind === 'name' ? itemOf(span) : null;
}

function itemNear(spans: readonly Span[], at: number, step: 1 | -1): IndexedItem | null {
  for (let near = at + step; Math.abs(near - at) < horizon && spans[near]; near += step) {
    const span = spans[near]!;
    if (span.kind === 'name' && span.items.length > 0) return itemOf(span);
    if (span.kind === 'and' || span.kind === 'removing' || span.kind === 'adding') return null;
    if (step > 0 && span.kind === 'number') return null;
  }
  return null;
}
