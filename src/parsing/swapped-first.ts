import { isDish } from './is-dish.ts';
import { isSmall } from './is-small.ts';
import type { Span, SwappingSpan } from './span.ts';

/** "Coke into lemonade", "coke to lemonade change", "coke three make": changes it as English does. */
export function swappedFirst(clause: readonly Span[]): Span[] {
  const at = clause.findIndex(({ kind }) => kind === 'swapping');
  if (at < 0) return [...clause];
  const span = clause[at] as SwappingSpan;
  const put = [...clause];
  const nameBefore = (place: number) => {
    let before = place - 1;
    while (before >= 0 && isSmall(put[before]!)) before--;
    return put[before]?.kind === 'name' ? before : -1;
  };
  const rest = (spans: Span[]) => [...spans.slice(0, at + 1), ...swappedFirst(spans.slice(at + 1))];
  put[at] = span.otherwise;
  const counted = recounted(put, at, span);
  if (counted) return counted;
  if (span.isCount) return rest(put);
  if (span.which === 'between') {
    const goes = nameBefore(at);
    const comes = put.slice(at + 1).find((each) => !isSmall(each));
    const isBegun = put.slice(0, goes).some(({ kind }) => kind === 'replacing');
    if (goes < 0 || isBegun || comes?.kind !== 'name') return rest(put);
    put.splice(at, 1, joint(span));
    put.splice(goes, 0, ...beginning(span, comes));
    return put;
  }
  const comes = put.findLastIndex((each, place) => place < at && !isSmall(each));
  if (comes < 0 || (put[comes]!.kind !== 'name' && put[comes]!.kind !== 'number')) return rest(put);
  put[at] = { kind: 'quiet', from: span.from, to: span.from };
  const goes = nameBefore(comes);
  if (goes < 0) {
    put.splice(comes, 0, { kind: 'changing', which: 'one', from: span.from, to: span.to });
    return put;
  }
  put.splice(comes, 0, joint(put[comes]!));
  put.splice(goes, 0, ...beginning(span, put[comes + 1]!));
  return put;
}

/** "Coke into three", "coke to three make": so many of what there is. */
function recounted(clause: readonly Span[], at: number, span: SwappingSpan): Span[] | null {
  let place = span.which === 'between' ? at + 1 : at - 1;
  while (span.which === 'last' && clause[place]?.kind === 'quiet') place--;
  const number = clause[place];
  let dish = Math.min(at, place) - 1;
  while (clause[dish]?.kind === 'quiet') dish--;
  if (number?.kind !== 'number' || number.isArticle || !isDish(clause[dish])) return null;
  const { from, to } = span;
  const rest = clause.filter((_, each) => each !== at && each !== place);
  const first: Span[] = [
    { kind: 'changing', which: 'named', from, to },
    { kind: 'quiet', from, to: from },
  ];
  return [
    ...rest.slice(0, dish),
    ...first,
    clause[dish]!,
    { ...number, isTimes: false },
    ...rest.slice(dish + 1),
  ];
}

/** A size takes nothing's place: it is had in that size. */
function beginning({ from, to }: Span, comes: Span): Span[] {
  const isSize = comes.kind === 'name' && comes.isSize && comes.itemGrade !== 'full';
  if (!isSize) return [{ kind: 'replacing', from, to }];
  return [
    { kind: 'changing', which: 'named', from, to },
    { kind: 'quiet', from, to: from },
  ];
}

function joint({ from }: Span): Span {
  return { kind: 'by', from, to: from };
}
