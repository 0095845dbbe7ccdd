import { Field, Int, ObjectType } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { StockEntry } from './find-stock.ts';
import { MenuNounEnum } from './menu-entry.types.ts';

@ObjectType('StockEntry', { description: 'Something on the menu that is counted down or 86ed.' })
export class StockEntryType implements StockEntry {
  @Field(() => MenuNounEnum, { description: 'ITEM, VARIANT or MODIFIER.' })
  noun!: StockEntry['noun'];

  @Field(() => UUID)
  id!: string;

  @Field({ description: "A variant's with its item's: Margherita (Large)." })
  title!: string;

  @Field(() => Int, { nullable: true, description: 'How many are left. Null: it is not counted.' })
  remaining!: number | null;

  @Field({ description: '86ed by hand, whatever is left.' })
  eightySixed!: boolean;

  @Field(() => Date, { nullable: true, description: 'When what is 86ed by hand is back by itself.' })
  backAt!: Date | null;
}
