import { isDish } from './is-dish.ts';
import { isSmall } from './is-small.ts';
import type { Span } from './span.ts';
import { swappedFirst } from './swapped-first.ts';
import type { Token } from './token.ts';
import type { Words } from './words/words.ts';

/**
 * "Coke cancel", "coke to lemonade change", "coke's place in lemonade", "to the margherita mushrooms add" become "cancel coke",
 * "change coke to lemonade" and "onto the margherita add mushrooms": whoever reads the spans after this need know one order only.
 */
export function verbsFirst(spans: readonly Span[], tokens: readonly Token[], words: Words): Span[] {
  const put: Span[] = [];
  for (let from = 0; from < spans.length; ) {
    let to = from + 1;
    while (to < spans.length && tokens[spans[to]!.from]!.pause === 'none') to++;
    put.push(...reordered(spans.slice(from, to), tokens, words));
    from = to;
  }
  return put;
}

/** What is said between two pauses. */
function reordered(clause: readonly Span[], tokens: readonly Token[], words: Words): Span[] {
  const sided = clause.map((span, at) => ahead(span, clause.slice(at + 1), tokens, words));
  const kept = keptFirst(sided, (span) => words.removing.includes(textOf(span, tokens)));
  if (kept) return kept;
  const swapped = swappedFirst(sided);
  const removed = removedFirst(swapped, (span) => words.undoing.includes(textOf(span, tokens)));
  return ontoFirst(onlyFirst(removed), tokens, words.after?.onto ?? []);
}

/** "No" stands after what is left off, or before it: before, where a name comes next. */
function ahead(span: Span, rest: readonly Span[], tokens: readonly Token[], words: Words): Span {
  const next = rest.find((each) => !isSmall(each));
  if (span.kind !== 'removingAfter' || next?.kind !== 'name') return span;
  return words.removing.includes(textOf(span, tokens)) ? { ...span, kind: 'removing' } : span;
}

/** "Coke cancel not", "strike the coke not", "nuts allergy not": it stays, and nothing is warned of. */
function keptFirst(clause: readonly Span[], isAlsoBefore: (verb: Span) => boolean): Span[] | null {
  const last = clause.findLastIndex((span) => !isSmall(span));
  const verb = clause[last];
  const first = clause.findIndex((span) => !isSmall(span));
  const isDenied =
    verb?.kind === 'removingAfter' &&
    isAlsoBefore(verb) &&
    first < last &&
    clause[first]!.kind === 'removing';
  if (verb && (verb.kind === 'keepingAfter' || isDenied)) {
    const { from, to } = verb;
    const rest = clause.filter((span, at) => span !== verb && !(isDenied && at === first));
    return [{ kind: 'keeping', from, to }, ...rest];
  }
  if (clause.some(({ kind }) => kind === 'keepingAfter'))
    return clause.map((span) => (span.kind === 'keepingAfter' ? { ...span, kind: 'keeping' } : span));
  const warning = clause.findIndex(({ kind }) => kind === 'warningAfter');
  const denial = [clause[warning + 1], clause[warning - 1]].find(
    (span) => span?.kind === 'removing' || span?.kind === 'removingAfter',
  );
  if (warning < 0 || !denial) return null;
  const { from, to } = clause[warning]!;
  const rest = clause.filter((span) => span !== denial && span !== clause[warning]);
  return [{ kind: 'removing', from: denial.from, to: denial.to }, { kind: 'warning', from, to }, ...rest];
}

/** Only dishes, and then that they are not wanted. */
function removedFirst(clause: readonly Span[], undoes: (verb: Span) => boolean): Span[] {
  const at = clause.findLastIndex((span) => !isSmall(span));
  const verb = clause[at];
  if (verb?.kind !== 'removingAfter' && verb?.kind !== 'undoing') return [...clause];
  const before = clause.slice(0, at).filter((span) => !isSmall(span));
  const begun = before[0]?.kind === 'replacing' ? 1 : 0;
  const things = before.slice(begun);
  if (things.length === 0 && undoes(verb))
    return clause.map((span) => (span === verb ? { kind: 'undoing', from: verb.from, to: verb.to } : span));
  if (things.length === 0 || !things.every((span) => span.kind === 'and' || isDish(span))) return [...clause];
  const { from, to } = verb;
  return [
    { kind: 'removing', isVerb: true, from, to },
    ...numberFirst(clause.slice(0, at)).map((span) =>
      span === before[0] && begun ? ({ ...span, kind: 'quiet' } as Span) : span,
    ),
    { kind: 'end', from, to: from },
    ...clause.slice(at + 1),
  ];
}

/** "Coke one only" */
function onlyFirst(clause: Span[]): Span[] {
  const at = clause.findLastIndex(({ kind }) => kind !== 'quiet');
  const before = clause.slice(0, at);
  const isCounted = before.some(({ kind }) => kind === 'number');
  const isOnlyCount = before.every(({ kind }) => kind === 'number' || kind === 'quiet');
  if (clause[at]?.kind !== 'correcting' || !isCounted || !(isOnlyCount || before.some(isDish))) return clause;
  return [clause[at]!, ...numberFirst(before), ...clause.slice(at + 1)];
}

/** "Coke two", where there is but one dish. */
function numberFirst(clause: readonly Span[]): Span[] {
  const dish = clause.findIndex(isDish);
  const at = clause.findIndex(({ kind }, place) => kind === 'number' && place > dish);
  if (dish < 0 || at < 0 || clause.filter(isDish).length > 1) return [...clause];
  const rest = clause.filter((_, place) => place !== at);
  return [...rest.slice(0, dish), clause[at]!, ...rest.slice(dish)];
}

/** "To the margherita", where it is said what is added to it or left off. */
function ontoFirst(clause: Span[], tokens: readonly Token[], onto: readonly string[]): Span[] {
  const at = clause.findIndex(
    (span, place) =>
      (span.kind === 'quiet' || span.kind === 'and') &&
      onto.includes(textOf(span, tokens)) &&
      isDish(clause[place - 1]),
  );
  const isOrder = clause.slice(0, Math.max(0, at)).some(({ kind }) => kind === 'number');
  const isSaid = clause.slice(at + 1).some(({ kind }) => doing.has(kind));
  if (at < 1 || isOrder || !isSaid) return clause;
  const { from, to } = clause[at]!;
  const put = [...clause];
  put.splice(at, 1);
  put.splice(at - 1, 0, { kind: 'onto', isOff: false, from, to });
  return put;
}

const doing = new Set<Span['kind']>(['adding', 'addingAfter', 'removing', 'removingAfter']);

function textOf({ from, to }: Span, tokens: readonly Token[]): string {
  return tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ');
}
