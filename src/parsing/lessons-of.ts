import type { Heard, HeardPhrase } from '../carts/heard.ts';

/** A phrase and something that was chosen after it. */
export interface Lesson {
  readonly phrase: string;
  readonly entry: string;
}

/** Whoever chooses more than that after a sentence did not choose what the sentence meant. */
const mostPicked = 4;

/** What a cart teaches: what was chosen by hand after each sentence, until the next, and was ordered in the end. */
export function lessonsOf(heard: Heard, ordered: ReadonlySet<string>): Lesson[] {
  const lessons = new Map<string, Lesson>();
  for (const [place, phrases] of heard.entries()) {
    if (typeof phrases === 'string') continue;
    const rest = heard.slice(place + 1);
    const next = rest.findIndex((one) => typeof one !== 'string');
    const picked = new Set((next < 0 ? rest : rest.slice(0, next)) as string[]);
    if (picked.size > mostPicked) continue;
    for (const entry of picked)
      for (const said of phrases)
        if (ordered.has(entry) && mayMean(said, entry))
          lessons.set(`${entry} ${said.phrase}`, { phrase: said.phrase, entry });
  }
  return [...lessons.values()];
}

function mayMean({ among }: HeardPhrase, entry: string): boolean {
  return !among || among.includes(entry);
}
