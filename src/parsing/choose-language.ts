import type { Menu } from '../menus/menu.ts';
import type { Language } from './language.ts';
import { type LanguageCode, languages } from './languages.ts';
import type { MenuWords } from './menu-words.ts';
import { tokenise } from './tokenise.ts';

const latin = ['en', 'es', 'fr', 'de', 'it', 'pt'] as const satisfies LanguageCode[];

/** How much the menu's own language is believed before a word is heard; a word that only one language has counts one. */
const prior = 0.6;
/** Names of food say less than other words do: many languages share them. */
const ofFood = 0.7;
/** What a guess by runs of letters adds where words leave it open. */
const guessed = 0.25;
/** Scores that are no further apart leave it open, as long as hardly a word was heard. */
const close = 0.65;
/** More words than these change nothing. */
const most = 200;
/** More letters tell a guess nothing new. */
const mostLetters = 500;

/**
 * Likeliest first: what the text may be in, by its script where that is enough, else by whose words occur. Foreign words
 * that the menu itself uses say nothing: "panna cotta" is ordered in every language.
 */
export async function chooseLanguage(
  text: string,
  menu: Menu,
  { own, translated }: MenuWords,
  load: (code: LanguageCode) => Promise<Language>,
): Promise<readonly LanguageCode[]> {
  const ownCode = languageOfMenu(menu);
  const byScript = scriptOf(text, ownCode);
  if (byScript) return [byScript];
  const spoken = await Promise.all(latin.map(async (code) => ({ code, language: await load(code) })));
  const home = latin.find((code) => code === ownCode) ?? 'en';
  const atHome = await load(home);
  const scores = new Map<LanguageCode, number>(latin.map((code) => [code, code === home ? prior : 0]));
  const said = wordsIn(text);
  if (said.length === 0) return [home];
  for (const { word, isAccented } of said) {
    let knowing = spoken
      // "Thé" is not "the".
      .filter(
        ({ code, language: { book } }) =>
          // What is on the menu says nothing because some phrase of a language has it: "sans gluten".
          book.words.has(word) && (!own.has(word) || book.spans.has(word)) && !(isAccented && code === 'en'),
      )
      .map(({ code }) => code);
    // "Coca light" is ordered in all of them.
    if (knowing.length === 1 && knowing[0] === home)
      knowing = spoken
        .filter(({ code, language }) => code === home || language.words.describing.includes(word))
        .map(({ code }) => code);
    let weight = 1;
    if (knowing.length === 0 && (!own.has(word) || atHome.known.has(word))) {
      weight = ofFood;
      knowing = spoken
        .filter(({ code, language }) => language.known.has(word) || isTranslated(word, translated.get(code)))
        .map(({ code }) => code);
    }
    const telling = spoken.filter(({ code, language }) => knowing.includes(code) && tells(word, language));
    const shares = knowing.map((code) => (telling.some((each) => each.code === code) ? 2 : 1));
    const all = shares.reduce((sum, share) => sum + share, 0);
    for (const [at, code] of knowing.entries())
      scores.set(code, scores.get(code)! + (weight * shares[at]!) / all);
  }
  const heard = Math.max(...latin.map((code) => scores.get(code)! - (code === home ? prior : 0)));
  const likely = near(scores, close);
  if (likely.length > 1) {
    // Only for them: it is loaded late, and its guesses of a few words are worse than the words themselves.
    const { detect } = await import('tinyld/light');
    const guess = detect(text.slice(0, mostLetters), { only: likely }) as LanguageCode;
    if (likely.includes(guess)) scores.set(guess, scores.get(guess)! + guessed);
  }
  return near(scores, heard < prior ? close : 0)
    .map((code) => [code, scores.get(code)!] as const)
    .sort(([one, a], [other, b]) => b - a || Number(other === home) - Number(one === home))
    .map(([code]) => code);
}

/** "Dos" is two in Spanish and a filler in Portuguese: who counts or denies says it for a reason. */
function tells(word: string, { book }: Language): boolean {
  const span = book.spans.get(word)?.({ from: 0, to: 1 });
  return (
    span?.kind === 'removing' ||
    span?.kind === 'removingAfter' ||
    (span?.kind === 'number' && !span.isArticle)
  );
}

function near(scores: ReadonlyMap<LanguageCode, number>, distance: number): LanguageCode[] {
  const best = Math.max(...scores.values());
  return [...scores].filter(([, score]) => score >= best - distance).map(([code]) => code);
}

/** Also the parts of "l'eau", which are words where the whole is none. */
function wordsIn(text: string): { word: string; isAccented: boolean }[] {
  const parts = (written: string) => written.split(/(?<=['’ʼ`´])/);
  return tokenise(text, parts)
    .map(({ word, start, end }) => ({ word, isAccented: /[\u00c0-\u024f]/.test(text.slice(start, end)) }))
    .filter(({ word }) => /^[a-z]+$/.test(word))
    .slice(0, most);
}

/** Also in the plural, as most of them make it. */
function isTranslated(word: string, titles: ReadonlySet<string> | undefined): boolean {
  return titles !== undefined && (titles.has(word) || titles.has(word.replace(/e?s$/, '')));
}

function languageOfMenu({ language }: Menu): LanguageCode | null {
  const code = language.split('-')[0]!.toLowerCase();
  return Object.hasOwn(languages, code) ? (code as LanguageCode) : null;
}

/** Half of the letters or more. Characters that Chinese and Japanese share are Japanese with a single kana among them. */
function scriptOf(text: string, own: LanguageCode | null): LanguageCode | null {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  const kana = count(/[\u3041-\u30fa\uff66-\uff9d]/g);
  const han = count(/\p{Script=Han}/gu);
  const other = count(/\p{Script=Latin}/gu);
  const found: readonly (readonly [LanguageCode, number])[] = [
    [kana > 0 || own === 'ja' ? 'ja' : 'zh', (kana + han) * 2],
    ['ar', count(/\p{Script=Arabic}/gu)],
    ['hi', count(/\p{Script=Devanagari}/gu)],
  ];
  const [code, letters] = found.reduce((most, each) => (each[1] > most[1] ? each : most));
  return letters > 0 && letters >= other ? code : null;
}
