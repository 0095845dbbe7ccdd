import { LockMode } from '@mikro-orm/core';
import { notFound, Refusal } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { changeMenu } from './change-menu.ts';
import { menuForWriting } from './menu-access.ts';
import { type MenuNoun, menuNouns } from './menu-nouns.ts';
import type { Translation, Translations } from './translations.ts';

export interface EntryTranslation {
  readonly noun: MenuNoun;
  readonly id: string;
  /** Canonical. */
  readonly language: string;
  /** Null: it is called as in the restaurant's own language again. */
  readonly translation: { readonly title?: string | null; readonly description?: string | null } | null;
}

/** Languages of one entry. */
const most = 20;

/** Says what an entry of the menu is called in a language. Orders keep the restaurant's own. Throws BAD_USER_INPUT. */
export async function translateEntry(
  ctx: Context,
  { noun, id, language, translation }: EntryTranslation,
): Promise<void> {
  const restaurantId = await menuForWriting(ctx, noun, id);
  if (translation?.description != null && noun !== 'category' && noun !== 'item')
    throw new Refusal('BAD_USER_INPUT', 'Only categories and items have a description.');
  await changeMenu(ctx, restaurantId, { kind: `${noun}-translated`, subject: id }, async (tx) => {
    const entry = await tx.em.findOne<Translated>(
      menuNouns[noun] as never,
      { id, archivedAt: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!entry) throw notFound();
    const { [language]: _, ...others } = entry.translations;
    const said = saidOf(translation);
    entry.translations = said ? { ...others, [language]: said } : others;
    if (Object.keys(entry.translations).length > most)
      throw new Refusal('BAD_USER_INPUT', `An entry has at most ${most} languages.`);
  });
}

interface Translated {
  id: string;
  archivedAt: Date | null;
  translations: Translations;
}

function saidOf(translation: EntryTranslation['translation']): Translation | null {
  const title = translation?.title ?? null;
  const description = translation?.description ?? null;
  if (title === null && description === null) return null;
  return { ...(title === null ? {} : { title }), ...(description === null ? {} : { description }) };
}
