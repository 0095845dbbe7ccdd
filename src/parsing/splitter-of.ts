import { fold } from '../fold.ts';
import { splitUnspaced } from './split-unspaced.ts';
import type { Splitter } from './tokenise.ts';
import type { Words } from './words/words.ts';

/** Undefined where a language writes every word for itself. */
export function splitterOf(
  { writing, language }: Pick<Words, 'writing' | 'language'>,
  own: ReadonlySet<string>,
  isKnown: (word: string) => boolean,
): Splitter | undefined {
  if (!writing) return undefined;
  if (writing.isUnspaced) return splitUnspaced(language, isKnown);
  const elided = new Set(writing.elided);
  return (written) =>
    apart(written, elided).flatMap((word) => {
      if (word.length > 40 || own.has(fold(word))) return [word];
      const prefix = writing.prefixes?.find((each) => word.length > each.length + 1 && word.startsWith(each));
      if (prefix) {
        const rest = word.slice(prefix.length);
        if (isKnown(fold(rest))) return [prefix, rest];
      }
      if (isKnown(fold(word))) return [word];
      return (writing.hasCompounds && compound(word, isKnown)) || [word];
    });
}

/** "l'eau" → "l'", "eau" */
function apart(written: string, elided: ReadonlySet<string>): string[] {
  const at = written.search(/['’ʼ`´]/) + 1;
  if (at === 0 || !elided.has(fold(written.slice(0, at)))) return [written];
  return [written.slice(0, at), written.slice(at)];
}

/** The longest beginning that leaves a known word. */
function compound(word: string, isKnown: (word: string) => boolean): readonly string[] | null {
  for (let at = word.length - 3; at >= 3; at--) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => isKnown(fold(part)))) return parts;
  }
  return null;
}
