import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'MenuWord',
  tableName: 'menu_word',
  properties: {
    restaurantId: p.uuid().primary(),
    itemId: p.uuid().primary(),
    place: p.integer().primary(),
    word: p.text().collation('C'),
  },
  indexes: [
    { name: 'menu_word_begins', properties: ['restaurantId', 'word', 'itemId'] },
    {
      name: 'menu_word_resembles',
      expression: 'create index menu_word_resembles on menu_word using gin (word gin_trgm_ops)',
    },
  ],
});

/** A word that an item is found by, in small letters without accents. The database keeps them: triggers of menu_item. */
export class MenuWord extends schema.class {}

schema.setClass(MenuWord);
