import type { Asked } from './asked.ts';
import type { Conversation } from './conversation.ts';
import type { MenuIndex } from './menu-index.ts';

/** The cart's lines as if they had just been said, and those that the last words were about. */
export function recall(
  conversation: Conversation,
  index: MenuIndex,
): { readonly asked: Asked[]; readonly about: Asked[]; readonly isAboutSure: boolean } {
  const asked = conversation.lines.flatMap((line) => {
    const indexed = index.byId.get(line.itemId);
    return indexed
      ? [
          {
            name: {
              kind: 'name',
              ...{ spelling: '=', key: '', keyWithoutAmount: null, confidence: 1 },
              ...{ from: 0, to: 1, items: [indexed], itemGrade: 'full', modifierGrade: null, isSize: false },
            },
            existing: line,
            insteadOf: null,
            orElse: null,
            fate: null,
            count: line.quantity,
            ...{ sizes: [], wishes: [], partOf: null, like: null, taken: 0, said: [] },
          } satisfies Asked,
        ]
      : [];
  });
  const ids = new Set(conversation.about);
  const about = asked.filter(({ existing }) => ids.has(existing.id));
  const isAboutSure = about.length > 0;
  return { asked, about: isAboutSure ? about : asked.slice(-1), isAboutSure };
}
