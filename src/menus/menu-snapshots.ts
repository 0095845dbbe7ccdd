import type { EntityManager } from '@mikro-orm/core';
import { LRUCache } from 'lru-cache';
import { notFound } from '../errors.ts';
import type { Follower, Watch } from '../events/follow.ts';
import { restaurantWithSlug } from '../restaurants/restaurant-with-slug.ts';
import { buildMenu } from './build-menu.ts';
import { chosenLanguage } from './chosen-language.ts';
import type { Menu } from './menu.ts';
import { menuIn } from './menu-in.ts';
import { publicMenu } from './public-menu.ts';

/** Public menus in this process's memory: each built once per version, dropped when its restaurant's stream says so, or its clock. */
export interface MenuSnapshots {
  /**
   * The public menu, in the first language wanted that it is translated into, or in the restaurant's own. Throws NOT_FOUND. Costs no
   * SQL while neither the menu nor, by the clock, what may be ordered has changed, whatever the language.
   */
  bySlug(slug: string, wanted?: readonly string[]): Promise<Menu>;
  /** The same, as new as an event of the restaurant's stream at least. */
  reaching(slug: string, number: number, wanted?: readonly string[]): Promise<Menu>;
  close(): void;
}

export interface MenuSnapshotsOptions {
  em(): EntityManager;
  readonly follower: Follower;
  /** How many restaurants' menus are kept; the one read longest ago goes first. */
  readonly most: number;
  /** What may be ordered goes by it. */
  clock(): Date;
}

interface Entry {
  readonly restaurantId: string;
  readonly watch: Watch;
  /** Null until somebody asks, and again after each change. */
  menu: Promise<Spoken> | null;
}

interface Spoken {
  readonly own: Menu;
  /** In other languages; the one read longest ago goes first. */
  readonly others: LRUCache<string, Menu>;
}

/** Of one menu. */
const mostLanguages = 20;

export function menuSnapshots({ em, follower, most, clock }: MenuSnapshotsOptions): MenuSnapshots {
  const entries = new LRUCache<string, Entry>({ max: most, dispose: ({ watch }) => watch.stop() });
  // Apart from the entries, so that slugs of no restaurant push no menu out.
  const openings = new Map<string, Promise<Entry>>();

  /** Watches first and reads after, so a change in between drops what was read. */
  async function open(slug: string): Promise<Entry> {
    const restaurant = await restaurantWithSlug(em(), slug);
    if (!restaurant) throw notFound();
    const { id } = restaurant;
    let entry: Entry | null = null;
    const watch = await follower.watch(id, (events) => {
      if (entry && events.some(({ topic }) => topic === 'menu')) entry.menu = null;
      if (events.some(({ topic }) => topic === 'restaurant')) entries.delete(slug);
    });
    // It may have been archived while nobody watched yet.
    if (!(await restaurantWithSlug(em(), slug))) {
      watch.stop();
      throw notFound();
    }
    entry = { restaurantId: id, watch, menu: null };
    entries.set(slug, entry);
    return entry;
  }

  /** However many ask at once for a menu that is not here, it is opened once. */
  function opened(slug: string): Promise<Entry> {
    const opening = openings.get(slug) ?? open(slug).finally(() => openings.delete(slug));
    openings.set(slug, opening);
    return opening;
  }

  function build(entry: Entry): Promise<Spoken> {
    const menu = buildMenu(em(), entry.restaurantId, clock()).then((whole) => ({
      own: publicMenu(whole),
      others: new LRUCache<string, Menu>({ max: mostLanguages }),
    }));
    menu.catch(() => {
      if (entry.menu === menu) entry.menu = null;
    });
    return menu;
  }

  /** Once the clock has changed it, whoever is first to see that builds it anew for everybody. */
  async function upToDate(entry: Entry): Promise<Spoken> {
    entry.menu ??= build(entry);
    const kept = entry.menu;
    const spoken = await kept;
    if (!spoken.own.changesAt || spoken.own.changesAt > clock()) return spoken;
    if (!entry.menu || entry.menu === kept) entry.menu = build(entry);
    return entry.menu;
  }

  async function spoken(entry: Entry, wanted: readonly string[]): Promise<Menu> {
    const { own, others } = await upToDate(entry);
    const language = chosenLanguage(own, wanted);
    if (language === null) return own;
    const known = others.get(language) ?? menuIn(own, language);
    others.set(language, known);
    return known;
  }

  return {
    bySlug: async (slug, wanted = []) => spoken(entries.get(slug) ?? (await opened(slug)), wanted),
    async reaching(slug, number, wanted = []) {
      // Whoever asks because of an event may be the first to hear it: a turn later this has heard it too.
      const entry = await Promise.resolve(entries.get(slug) ?? opened(slug));
      if (entry.watch.position < number) entry.menu = null;
      return spoken(entry, wanted);
    },
    close: () => entries.clear(),
  };
}
