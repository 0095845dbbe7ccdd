import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for one another when read aloud. */
const alphabet = 'abcdefghjkmnpqrstvwxyz23456789';

/** 12 characters, about 59 bits: nobody guesses the table beside. */
export function tableCode(): string {
  return Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
