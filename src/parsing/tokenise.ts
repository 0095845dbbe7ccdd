import { fold } from '../fold.ts';
import type { Token } from './token.ts';

/** Cuts what is written as one word into the words it is; together they are the same letters. */
export type Splitter = (written: string) => readonly string[];

const whole: Splitter = (written) => [written];

/** Only tokens are folded, one by one, so their places stay those of the original text. */
export function tokenise(text: string, split: Splitter = whole): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(piece)) {
    const start = match.index;
    if (isDash(match[0]) && !isMinus(text, start)) continue;
    const before = tokens.at(-1);
    const between = before ? text.slice(before.end, start) : '';
    let pause: Token['pause'] = before ? pauseAfter(before, between) : 'none';
    let isDashed = /^[^\S\n]+[-–—−][^\S\n]+$/.test(between);
    let at = start;
    for (const word of isDash(match[0]) ? ['-'] : split(match[0])) {
      const folded = fold(word);
      const isMarked = folded !== word.toLowerCase();
      tokens.push({ word: folded, start: at, end: at + word.length, pause, isMarked, isDashed });
      at += word.length;
      pause = 'none';
      isDashed = false;
    }
  }
  return tokens;
}

/** In turn: "w/" and "w/o"; a number; a word; a sign that counts as a word; anything else that can be seen, such as an emoji. */
const piece =
  /(?<![\p{L}\p{N}])w\/(?:o(?![\p{L}\p{M}]))?|\p{Nd}+(?:\.\p{Nd}+|,\p{Nd}{3}(?!\p{Nd}))*\p{M}*|\p{L}[\p{L}\p{M}]*(?:['’ʼ`´]\p{L}[\p{L}\p{M}]*)*|[-−–+&]|[^\s\p{P}\p{L}\p{M}\p{Nd}\p{Cf}\p{Cc}]\p{M}*/giu;

function isDash(text: string): boolean {
  return text === '-' || text === '−' || text === '–';
}

/** "burger -onions" leaves the onions off; "coca-cola", "a coke - cold" and a list's dashes do not. */
function isMinus(text: string, at: number): boolean {
  if (!/^\p{L}/u.test(text.slice(at + 1, at + 3))) return false;
  let before = at - 1;
  while (text[before] === ' ') before--;
  return before < at - 1 && before >= 0 && text[before] !== '\n';
}

function pauseAfter(before: Token, between: string): Token['pause'] {
  if (/[\n\r;!?！？；؟؛]/.test(between)) return 'hard';
  // "lg. coke", "St. Pellegrino", but not "no. thanks"
  if (/^[b-df-hj-np-tv-xz]{1,3}$/.test(before.word) && between.trimEnd() === '.') return 'none';
  return /[,.:()[\]{}/"“”„«»،、，。•*：（）।…]|\s[-–—]/.test(between) ? 'soft' : 'none';
}
