import { ValidateBy } from 'class-validator';

const most = 2_000;
/** No character that people write takes more in any form; and to put a long row of marks into order takes the square of its length. */
const mostUnits = 4 * most;

/** 1 to 2,000 characters in normal form C: an é counts once, however it was typed. */
export function SaidText(): PropertyDecorator {
  return ValidateBy({
    name: 'saidText',
    validator: { validate: isSayable, defaultMessage: () => 'text must have 1 to 2,000 characters' },
  });
}

function isSayable(text: unknown): boolean {
  if (typeof text !== 'string' || text.length < 1 || text.length > mostUnits) return false;
  return [...text.normalize('NFC')].length <= most;
}
