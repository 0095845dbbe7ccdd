import type { MenuNoun } from './menu-nouns.ts';

/** What a document says of each kind of entry: its table, its columns and their types. Those that are referred to come first. */
export const menuTables = {
  category: {
    table: 'menu_category',
    within: null,
    columns: {
      slug: 'text',
      title: 'text',
      description: 'text',
      position: 'int',
      hidden: 'boolean',
      windows: 'jsonb',
      translations: 'jsonb',
    },
    fresh: {},
  },
  item: {
    table: 'menu_item',
    within: 'category_id',
    columns: {
      category_id: 'uuid',
      title: 'text',
      description: 'text',
      price: 'int',
      featured: 'boolean',
      hidden: 'boolean',
      position: 'int',
      tags: 'text[]',
      allergens: 'text[]',
      image: 'text',
      tax_class: 'text',
      station: 'text',
      windows: 'jsonb',
      aliases: 'text[]',
      translations: 'jsonb',
    },
    fresh: { sold_out: 'false' },
  },
  variant: {
    table: 'menu_variant',
    within: 'item_id',
    columns: {
      item_id: 'uuid',
      label: 'text',
      price: 'int',
      is_default: 'boolean',
      position: 'int',
      aliases: 'text[]',
      translations: 'jsonb',
    },
    fresh: {},
  },
  modifierGroup: {
    table: 'modifier_group',
    within: null,
    columns: { title: 'text', min: 'int', max: 'int', translations: 'jsonb' },
    fresh: {},
  },
  modifier: {
    table: 'modifier',
    within: 'group_id',
    columns: {
      group_id: 'uuid',
      title: 'text',
      price: 'int',
      is_default: 'boolean',
      max_per_line: 'int',
      position: 'int',
      aliases: 'text[]',
      translations: 'jsonb',
    },
    fresh: { sold_out: 'false' },
  },
} as const satisfies Record<MenuNoun, MenuTable>;

export interface MenuTable {
  readonly table: string;
  /** The column that says what it is in. */
  readonly within: string | null;
  readonly columns: Readonly<Record<string, string>>;
  /** What new rows have beside. */
  readonly fresh: Readonly<Record<string, string>>;
}
