import { ArrayMaxSize, Matches } from 'class-validator';

const line = { each: true, message: 'each of $property must be one line, without control characters' };
const long = {
  each: true,
  message: 'each of $property must be 1 to 60 characters, white space around it aside',
};

/** The shape of what guests also call an entry of the menu. */
export function Aliases(): PropertyDecorator {
  return (target, property) => {
    ArrayMaxSize(20)(target, property as string);
    Matches(/^[^\p{Cc}\u2028\u2029]*$/u, line)(target, property as string);
    Matches(/^\s*(?:\S|\S.{0,58}\S)\s*$/u, long)(target, property as string);
  };
}
