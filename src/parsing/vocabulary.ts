import { distance } from './distance.ts';

/** The words of one menu, and what a misspelt one was meant to be. */
export class Vocabulary {
  private readonly words = new Set<string>();
  private readonly byFirstLetter = new Map<string, string[]>();
  private readonly byTail = new Map<string, string[]>();

  add(word: string): void {
    if (this.words.has(word)) return;
    this.words.add(word);
    append(this.byFirstLetter, word.slice(0, 1), word);
    append(this.byTail, word.slice(1), word);
  }

  has(word: string): boolean {
    return this.words.has(word);
  }

  /** One slip from four letters on, two from eight. Two words equally near: neither, guessing is not understanding. */
  closest(word: string, letters: number): string | null {
    if (letters < 4 || letters > 40 || /\d/.test(word)) return null;
    let limit = letters >= 8 ? 2 : 1;
    let found: string[] = [];
    for (const candidate of this.byFirstLetter.get(word.slice(0, 1)) ?? []) {
      if (candidate.length < 3) continue;
      const slips = distance(word, candidate, limit);
      if (slips > limit) continue;
      found = slips < limit ? [candidate] : [...found, candidate];
      limit = slips;
    }
    if (found.length === 0 && letters >= 5) found = this.wrongFirstLetter(word);
    return found.length === 1 ? found[0]! : null;
  }

  /** Rarer, so only when the rest is right. */
  private wrongFirstLetter(word: string): string[] {
    const swapped = word.slice(1, 2) + word.slice(0, 1) + word.slice(2);
    const dropped = this.byTail.get(word) ?? [];
    const replaced = this.byTail.get(word.slice(1)) ?? [];
    return [...replaced, ...dropped, ...[swapped, word.slice(1)].filter((other) => this.words.has(other))];
  }
}

function append(map: Map<string, string[]>, key: string, word: string): void {
  const list = map.get(key);
  if (list) list.push(word);
  else map.set(key, [word]);
}
