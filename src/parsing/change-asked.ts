import type { Asked, Reading } from './asked.ts';
import { askedFor } from './asked-for.ts';
import { itemOf } from './item-of.ts';
import { offers } from './offers.ts';
import { type Reference, referenceAt } from './reference-at.ts';
import { setMood } from './set-mood.ts';
import type { ChangingSpan, NameSpan, NumberSpan, Span, Stretch } from './span.ts';

/** What words do to lines that were said before, in this sentence or an earlier one. Each tells whether it found one to do it to. */
export const changeAsked = {
  /** "make that …", "change the coke to …": what follows is about it. Returns the number of the next span to read, null when nothing is changed. */
  begin(reading: Reading, span: ChangingSpan, at: number): number | null {
    const named = mayRefer(reading.spans[at + 1]) ? referenceAt(reading, at + 1, 'changing') : null;
    if (named && !named.line) return absentFrom(reading, span, named);
    if (!named && span.which === 'named') return swapModifier(reading, span, at);
    const line = named?.line ?? reading.current ?? reading.about.at(-1);
    if (!line) return null;
    if (!named && span.which === 'all' && isFromBefore(reading)) reading.every = reading.about;
    line.said.push(span, ...(named?.said ?? []));
    reading.changing = { line, said: span, was: sayOf(line) };
    reading.current = line;
    reading.open = null;
    return named?.next ?? at + 1;
  },

  /** "same again": as many more of what was last talked of. */
  again(reading: Reading, said: Stretch): boolean {
    const lines = reading.current && !isFromBefore(reading) ? [reading.current] : reading.about;
    for (const line of lines) {
      line.count = (line.count ?? 1) * 2;
      line.said.push(said);
    }
    return lines.length > 0;
  },

  /** "scratch that" */
  undo(reading: Reading, said: Stretch): boolean {
    const lines =
      reading.current && !isFromBefore(reading)
        ? [reading.current]
        : reading.isAboutSure
          ? reading.about
          : [];
    for (const line of lines) {
      line.fate = 'gone';
      line.said.push(said);
    }
    forget(reading);
    return lines.length > 0;
  },

  /** "start over" */
  clear(reading: Reading, said: Stretch): boolean {
    for (const line of reading.asked) {
      line.fate = 'gone';
      line.said.push(said);
    }
    forget(reading);
    reading.open = null;
    return reading.asked.length > 0;
  },

  /** "no coffee after all", "remove one of the cokes" */
  remove(reading: Reading, { line, some, said, next }: Omit<Reference, 'isTold' | 'name'>): void {
    const { moodSpan, absent } = reading;
    reading.removed = { line, to: next, isVerb: moodSpan?.kind === 'removing' && moodSpan.isVerb === true };
    if (!line) {
      const from = Math.min(...[moodSpan, ...said].map((part) => part?.from ?? Number.POSITIVE_INFINITY));
      absent.push({ from, to: Math.max(...said.map(({ to }) => to)) });
      return;
    }
    line.said.push(...(moodSpan ? [moodSpan] : []), ...said);
    const has = line.count ?? 1;
    if (some !== null && some < has) line.count = has - some;
    else line.fate = 'gone';
  },

  /** "a sprite instead": in the place of what was talked of before. */
  instead(reading: Reading, said: Stretch): boolean {
    const now = reading.current;
    // "cancel the coke, a latte instead"
    const before = reading.removed?.line ?? reading.about.at(-1);
    if (!now || now.existing || !before || before === now) return false;
    // Of several some may have been removed already.
    if (before.fate === 'gone' || !reading.removed?.line) takePlace(now, before, said);
    now.said.push(said);
    return true;
  },

  /** An item that was named while another was being changed or replaced: the other itself, or what takes its place. True when no line begins with it. */
  meet(reading: Reading, line: Asked, name: NameSpan): boolean {
    const { changing, replacing } = reading;
    if (replacing && !replacing.line) {
      replacing.line = askedFor(reading, name);
      replacing.count = reading.lead;
      replacing.line?.said.push(replacing.said, ...line.said, name);
      if (!replacing.line) reading.replacing = null;
      return replacing.line !== null;
    }
    if (replacing?.line) {
      takePlace(line, replacing.line, replacing.said, replacing.count);
      reading.hasReplaced = true;
      reading.replacing = null;
      return false;
    }
    if (reading.isCorrecting) {
      reading.isCorrecting = false;
      const corrected = reading.about.find((each) =>
        each.name?.items.some((item) => name.items.includes(item)),
      );
      if (corrected) return merge(reading, line, corrected, name);
    }
    if (!changing) return false;
    reading.changing = null;
    if (!changing.line.name?.items.some((item) => name.items.includes(item))) {
      // "make it large and a coke": it has been changed already, the coke is another matter.
      if (sayOf(changing.line) !== changing.was) return false;
      takePlace(line, changing.line, changing.said);
      reading.hasReplaced = true;
      return false;
    }
    return merge(reading, line, changing.line, name);
  },
};

function mayRefer(span: Span | undefined): boolean {
  // "change california to 12 pieces"
  if (span?.kind === 'name') return span.itemGrade !== null && !span.isSize;
  return span?.kind === 'quiet' || (span?.kind === 'others' && span.nth !== null);
}

/** "make the fifth one large", of two: what shall become of it is nobody's. */
function absentFrom({ spans, pauses, absent }: Reading, span: Span, { next }: Reference): number {
  let end = next;
  while (end < spans.length && pauses[end] === 'none') end++;
  absent.push({ from: span.from, to: spans[end - 1]!.to });
  return end;
}

function merge(reading: Reading, said: Asked, line: Asked, name: NameSpan): true {
  line.count = said.count ?? line.count;
  line.sizes.push(...said.sizes);
  line.wishes.push(...said.wishes);
  line.said.push(...said.said, name);
  reading.current = line;
  return true;
}

function sayOf({ count, sizes, wishes }: Asked): string {
  return [count, sizes.length, wishes.length].join();
}

/** What is gone is changed no more. */
function forget(reading: Reading): void {
  reading.current = null;
  reading.changing = null;
  reading.replacing = null;
  reading.every = null;
  reading.recent = [];
}

/** "change the chicken to steak": of what is on the line before. */
function swapModifier(reading: Reading, span: ChangingSpan, at: number): number | null {
  let next = at + 1;
  while (reading.spans[next]?.kind === 'quiet' && reading.pauses[next] === 'none') next++;
  const name = reading.spans[next];
  const line = reading.current;
  if (!line || next === at + 1 || name?.kind !== 'name' || !offers(itemOf(line.name), name)) return null;
  line.said.push(span);
  setMood(reading, 'without', span);
  reading.replacing = { line: null, said: span };
  return next;
}

function takePlace(now: Asked, before: Asked, said: Stretch, some: NumberSpan | null = null): void {
  before.said.push(said);
  now.insteadOf = before;
  const has = before.count ?? 1;
  if (some && !some.isArticle && some.value < has) {
    // "swap one coke for a latte", of two.
    before.count = has - some.value;
    before.said.push(some);
    now.count ??= some.value;
  } else {
    before.fate = 'gone';
    now.count ??= before.count;
  }
}

/** Said in an earlier sentence, and nothing of it in this one. */
function isFromBefore({ current }: Reading): boolean {
  return current?.existing != null && current.said.length === 0;
}
