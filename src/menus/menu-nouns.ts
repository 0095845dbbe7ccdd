import { Category } from './category.entity.ts';
import { Item } from './item.entity.ts';
import { Modifier } from './modifier.entity.ts';
import { ModifierGroup } from './modifier-group.entity.ts';
import { Variant } from './variant.entity.ts';

/** What a menu is made of. */
export const menuNouns = {
  category: Category,
  item: Item,
  variant: Variant,
  modifierGroup: ModifierGroup,
  modifier: Modifier,
};

export type MenuNoun = keyof typeof menuNouns;
