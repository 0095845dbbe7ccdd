const hiragana = /[ぁ-ゖ]/g;
const toKatakana = 'ァ'.charCodeAt(0) - 'ぁ'.charCodeAt(0);

/** "こーら" and "コーラ", "スパゲティ" and "スパゲッティー" become the same name. Only for names: "と" is a word, "ト" is none. */
export function foldKana(word: string): string {
  if (!/[ぁ-ヿ]/.test(word)) return word;
  return word
    .replace(hiragana, (letter) => String.fromCharCode(letter.charCodeAt(0) + toKatakana))
    .replace(/(?<=.)[ーッ]/g, '');
}
