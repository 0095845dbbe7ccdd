import type { Asked, Reading } from './asked.ts';
import { changeAsked } from './change-asked.ts';
import { itemOf } from './item-of.ts';
import type { NameSpan, Stretch } from './span.ts';

/** The ways a line begins: a number before its item, the item itself, or some of the line before. */
export const beginAsked = {
  open(reading: Reading, said: readonly Stretch[], count: number | null): Asked {
    if (reading.open?.wishes.length) beginAsked.leave(reading, reading.open);
    else if (reading.open?.sizes.length) reading.waiting.push(reading.open);
    reading.open = asked(said, count);
    forgetMood(reading);
    return reading.open;
  },

  item(reading: Reading, name: NameSpan): void {
    const line = reading.open ?? asked([], null);
    if (changeAsked.meet(reading, line, name)) {
      reading.open = null;
      return;
    }
    line.name = name;
    line.said.push(name);
    // "two more cokes"
    if (reading.amount && line.count !== null) line.said.push(reading.amount);
    reading.recent = [];
    const item = itemOf(name);
    for (const earlier of reading.waiting.splice(0)) {
      if (!earlier.sizes.every((size) => item?.sizes.has(size.key))) continue;
      earlier.name = name;
      reading.asked.push(earlier);
    }
    reading.asked.push(line);
    reading.current = line;
    reading.open = null;
    forgetMood(reading);
  },

  /** "a medium with olives": its item was never said. */
  leave(reading: Reading, line: Asked | null): void {
    if (line && (line.sizes.length > 0 || (line.count !== null && line.wishes.length > 0)))
      reading.asked.push(line);
  },

  /** "the same but without basil": another of the line before, all else the same. */
  copy(reading: Reading, said: readonly Stretch[], count: number | null): void {
    const line = asked(said, count, reading.current!.partOf ?? reading.current!, false);
    line.name = line.like!.name;
    reading.asked.push(line);
    reading.current = line;
    forgetMood(reading);
  },

  /** "one without basil": a part of the line before if that has as many left, another of the same item if not. */
  same(reading: Reading, said: readonly Stretch[], count: number, isJoined: boolean): void {
    const whole = reading.current!.partOf ?? reading.current!;
    const isPart =
      whole.count === null
        ? whole.taken > 0 || !isJoined
        : whole.count >= 2 && whole.count - whole.taken >= count;
    const line = asked(said, count, whole, isPart);
    line.name = whole.name;
    if (isPart) whole.taken += count;
    reading.asked.push(line);
    reading.current = line;
    forgetMood(reading);
  },
};

function asked(
  said: readonly Stretch[],
  count: number | null,
  like: Asked | null = null,
  isPart = false,
): Asked {
  return {
    name: null,
    count,
    existing: null,
    insteadOf: null,
    orElse: null,
    fate: null,
    sizes: [],
    wishes: [],
    partOf: isPart ? like : null,
    like,
    taken: 0,
    said: [...said],
  };
}

function forgetMood(reading: Reading): void {
  reading.mood = null;
  reading.moodSpan = null;
  reading.amount = null;
  reading.only = null;
  reading.lead = null;
  reading.every = null;
}
