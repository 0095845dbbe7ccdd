import { ValidateBy } from 'class-validator';
import { longestPassword } from './longest-password.ts';

/**
 * Measured as it is compared, because a keyboard may take several characters for one; but first as it came, because to normalise
 * takes time that grows with the square of the length.
 */
export function TypedPassword(): PropertyDecorator {
  return ValidateBy({
    name: 'isTypedPassword',
    validator: {
      validate: (value: string) => value.length <= longestPassword && value.normalize('NFKC').length <= 256,
      defaultMessage: () => 'a password is shorter than or equal to 256 characters',
    },
  });
}
