import { Field, ObjectType } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { AliasedEntry } from './find-menu-aliases.ts';
import { MenuNounEnum } from './menu-entry.types.ts';
import type { MenuNoun } from './menu-nouns.ts';

@ObjectType('AliasedMenuEntry', {
  description: 'An item, variant or modifier that guests also call otherwise.',
})
export class AliasedEntryType implements AliasedEntry {
  @Field(() => MenuNounEnum)
  noun!: MenuNoun;

  @Field(() => UUID)
  id!: string;

  @Field({ description: "A variant's label." })
  title!: string;

  @Field(() => [String])
  aliases!: readonly string[];
}
