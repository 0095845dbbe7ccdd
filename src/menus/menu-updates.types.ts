import { Field, ObjectType } from 'type-graphql';
import { LiveMessageType } from '../live.types.ts';
import { UUID } from '../scalars.ts';
import type { Menu, MenuItem } from './menu.ts';
import { MenuItemType, MenuType } from './menu.types.ts';

@ObjectType({ description: 'What happened to a menu.' })
export class MenuChange {
  @Field({ description: 'menu.item-86ed, menu.item-back, menu.item-edited and the like.' })
  kind!: string;

  @Field(() => UUID, { description: 'Of the entry it happened to, or of what that is in.' })
  id!: string;

  @Field(() => [MenuItemType], {
    description:
      'Every item on the public menu that it shows in, as it is now. None, or fewer than before: read the menu.',
  })
  items!: MenuItem[];
}

@ObjectType({ description: 'One message of `menuUpdates`.' })
export class MenuUpdate extends LiveMessageType {
  @Field(() => MenuChange, { nullable: true, description: 'Null with a verdict.' })
  change!: MenuChange | null;

  @Field(() => MenuType, { nullable: true, description: 'The whole menu as it is now; null with RESUMED.' })
  menu!: Menu | null;
}
