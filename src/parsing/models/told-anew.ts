import type { Menu } from '../../menus/menu.ts';
import type { ParsedLine, ParsedOrder, Phrase } from '../order-parser.ts';
import { itemById } from './item-by-id.ts';
import { stillWanting } from './still-wanting.ts';

/** What the guest must still choose: nothing more for lines that are gone or different, and what the new ones want. */
export function toldAnew(
  menu: Menu,
  { warnings, questions }: Pick<ParsedOrder, 'warnings' | 'questions'>,
  gone: readonly ParsedLine[],
  fresh: readonly ParsedLine[],
): Pick<ParsedOrder, 'warnings' | 'questions'> {
  const stands = ({ phrase }: { readonly phrase: Phrase }) =>
    !gone.some((line) => line.phrase.start === phrase.start && line.phrase.end === phrase.end);
  const wanting = fresh.map((line) => stillWanting(itemById(menu, line.itemId), line));
  return {
    warnings: [
      ...warnings.filter((warning) => warning.code !== 'CHOICE_REQUIRED' || stands(warning)),
      ...wanting.flatMap((each) => each.warnings),
    ],
    questions: [...questions.filter(stands), ...wanting.flatMap((each) => each.questions)],
  };
}
