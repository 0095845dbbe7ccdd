import type { Menu, MenuItem } from '../../menus/menu.ts';
import type { Conversation } from '../conversation.ts';
import type { InProcessParser } from '../in-process-parser.ts';
import type { OrderParser, ParsedOrder } from '../order-parser.ts';
import { warningOf } from '../warning-of.ts';
import { completeByModel } from './complete-by-model.ts';
import { leftToModel } from './left-to-model.ts';
import type { ModelReader } from './model-reader.ts';
import { replaceByModel } from './replace-by-model.ts';

export interface WithModel {
  /** Asks the model about every text that orders something. */
  readonly model: OrderParser;
  /** Asks it only about what the rules left over. */
  readonly both: OrderParser;
}

/** Parsers that have a model's help. Without a usable answer of it what the rules understood stands, with a warning. */
export function withModel(rules: InProcessParser, reader: ModelReader): WithModel {
  const parser = (
    engine: string,
    needs: (read: ParsedOrder) => boolean,
    merge: typeof replaceByModel,
  ): OrderParser => ({
    engine,
    async parse(text, menu: Menu, conversation) {
      const read = await rules.parse(text, menu, conversation);
      if (!needs(read)) return read;
      const named = [...itemsIn(menu, conversation), ...(await rules.itemsNamed(text, menu))];
      const model = await reader.read(text, menu, named, conversation);
      if (model) return merge(text, menu, read, model);
      const failed = warningOf('MODEL_FAILED', { text, start: 0, end: text.length });
      return { ...read, warnings: [...read.warnings, failed] };
    },
  });
  return {
    model: parser('model', (read) => read.lines.length > 0 || leftToModel(read).length > 0, replaceByModel),
    both: parser(`${rules.engine}+model`, (read) => leftToModel(read).length > 0, completeByModel),
  };
}

/** What it says of the cart has to be named to it too. */
function itemsIn({ categories }: Menu, conversation: Conversation | undefined): MenuItem[] {
  const ids = new Set(conversation?.lines.map(({ itemId }) => itemId));
  return ids.size === 0 ? [] : categories.flatMap(({ items }) => items.filter(({ id }) => ids.has(id)));
}
