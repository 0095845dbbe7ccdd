import { LockMode } from '@mikro-orm/core';
import { notFound, Refusal } from '../errors.ts';
import { changeMenu } from '../menus/change-menu.ts';
import { foldedAlias } from '../menus/folded-alias.ts';
import { keptAliases } from '../menus/kept-aliases.ts';
import { menuNouns } from '../menus/menu-nouns.ts';
import type { Context } from '../viewer.ts';
import { AliasSuggestion } from './alias-suggestion.entity.ts';
import { suggestionForJudging } from './suggestion-for-judging.ts';

/** Of one entry. */
const most = 20;

/** Makes a suggestion an alias of what was chosen. One that is approved already stays so. Throws BAD_USER_INPUT where there are 20. */
export async function approveAlias(ctx: Context, id: string): Promise<void> {
  const { restaurantId, noun, entry, phrase, status } = await suggestionForJudging(ctx, id);
  if (status === 'APPROVED') return;
  await changeMenu(ctx, restaurantId, { kind: `${noun}-edited`, subject: entry }, async (tx) => {
    const called = await tx.em.findOne<Called>(
      menuNouns[noun] as never,
      { id: entry, archivedAt: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!called) throw notFound();
    const others = called.aliases.filter((alias) => foldedAlias(alias) !== foldedAlias(phrase));
    if (others.length >= most)
      throw new Refusal('BAD_USER_INPUT', `It has ${most} aliases already; take one away first.`);
    called.aliases = keptAliases([...others, phrase]);
    const suggestion = await tx.em.findOneOrFail(AliasSuggestion, { id }, { refresh: true });
    suggestion.status = 'APPROVED';
  });
}

interface Called {
  id: string;
  archivedAt: Date | null;
  aliases: string[];
}
