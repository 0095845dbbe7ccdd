import { Length, Matches } from 'class-validator';

const message = '$property must be one line, without control characters';

/** A title or a name: what is put into letters and onto slips, where it must not write lines of its own. */
export function OneLine(least: number, most: number): PropertyDecorator {
  return (target, property) => {
    Length(least, most)(target, property as string);
    Matches(/^[^\p{Cc}\u2028\u2029]*$/u, { message })(target, property as string);
  };
}
