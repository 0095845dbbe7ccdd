import type { Reading } from './asked.ts';
import type { Span } from './span.ts';

/** "with the onions on the side": the kitchen reads of it. */
export function setAside({ recent, spans, pauses, current: line }: Reading, span: Span, at: number): void {
  const group = spans[at - 1];
  if (group?.kind === 'group' && pauses[at] === 'none' && line) {
    // "sauce on the side", whatever it is.
    const said = [group, span];
    line.wishes.push({ ...nothing, thing: group, isAside: true, note: said, said });
    return;
  }
  const last = recent.at(-1);
  if (last?.wish.how !== 'with' || last.wish.thing.to !== span.from || pauses[at] !== 'none') return;
  const { wish } = last;
  last.wish = { ...wish, isAside: true, note: [...wish.note, span] };
  last.line.wishes[last.line.wishes.indexOf(wish)] = last.wish;
}

const nothing = { how: 'with', keys: [], amount: null, many: 1, only: null } as const;
