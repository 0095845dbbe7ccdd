import type { Conversation, ConversationLine } from './conversation.ts';
import type { LineChoice, ParsedOrder } from './order-parser.ts';

/** The cart as it is once the words are done, and which of its lines they were about; `nextId` names new lines. */
export function afterwards(
  before: Conversation,
  { lines, edits }: Pick<ParsedOrder, 'lines' | 'edits'>,
  nextId: () => string,
): Conversation {
  const fates = new Map(edits.map(({ lineId, line }) => [lineId, line]));
  const after: ConversationLine[] = [];
  const about: string[] = [];
  const put = (id: string, line: LineChoice) => {
    const same = after.findIndex((other) => keyOf(other) === keyOf(line));
    const quantity = line.quantity + (after[same]?.quantity ?? 0);
    if (same < 0) after.push({ id, ...line });
    else after[same] = { ...after[same]!, quantity };
    about.push(after[same]?.id ?? id);
  };
  for (const line of before.lines) {
    const fate = fates.get(line.id);
    if (fate) put(line.id, fate);
    else if (fate === undefined) after.push(line);
  }
  for (const line of lines) put(nextId(), line);
  return { lines: after, about: lines.length + edits.length > 0 ? about : before.about };
}

/** The same choice adds up, as in a cart. */
function keyOf({ itemId, variantId, withIds, withoutIds, note, choices }: LineChoice): string {
  const said = choices.map((choice) => JSON.stringify(choice)).sort();
  return JSON.stringify([itemId, variantId, [...withIds].sort(), [...withoutIds].sort(), note, said]);
}
