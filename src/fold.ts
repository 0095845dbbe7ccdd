const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  // Arabic endings that are typed either way, and the stroke that only widens a word.
  ة: 'ه',
  ى: 'ي',
  ـ: '',
  // Vowels of Hindi that are typed long or short, open or not, nasal by either sign.
  ई: 'इ',
  ऊ: 'उ',
  ऑ: 'ओ',
  'ी': 'ि',
  'ू': 'ु',
  'ॉ': 'ो',
  'ँ': 'ं',
};

/** "Jalapeños" and "JALAPENOS", "ﬁsh" and "fish", "I’d" and "id", "٢" and "2" become the same word. */
export function fold(word: string): string {
  if (/^[a-zA-Z0-9\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]*$/.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(droppable, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøłđðþıةىـईऊऑीूॉँ]/g, (letter) => letters[letter] ?? letter)
    .replace(/([क-ह])्\1/g, '$1')
    .replace(/(?!\d)\p{Nd}/gu, digit);
}

/** Marks over and under letters; not the vowels of Indian scripts and the voicing of kana, which are letters but in name. */
const droppable = /(?![\u0900-\u093b\u093d-\u0eff\u3099\u309a])[\p{M}'’ʼ`´]/gu;

/** Every script's ten digits stand in a row. */
function digit(written: string): string {
  let zero = written.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) {
    zero--;
    value++;
  }
  return String(value);
}
