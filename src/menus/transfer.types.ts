import { GraphQLJSONObject } from 'graphql-scalars';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { ImportCount } from './import-menu.ts';
import { MenuNounEnum } from './menu-entry.types.ts';
import type { MenuNoun } from './menu-nouns.ts';

@ArgsType()
export class ImportMenuArgs {
  @Field(() => UUID)
  restaurantId!: string;

  @Field(() => GraphQLJSONObject, {
    description: 'As exportMenu gives it: schema/menu-document.schema.json. Up to 2,000 items.',
  })
  document!: Record<string, unknown>;

  @Field({ defaultValue: false, description: 'Only say what would change.' })
  dryRun!: boolean;

  @Field({ defaultValue: false, description: 'Archive what the document does not speak of.' })
  archiveMissing!: boolean;
}

@ObjectType('ImportCount', { simpleResolvers: true })
export class ImportCountType implements ImportCount {
  @Field(() => MenuNounEnum)
  noun!: MenuNoun;

  @Field(() => Int)
  created!: number;

  @Field(() => Int, { description: 'Also those that were archived and are back.' })
  changed!: number;

  @Field(() => Int)
  archived!: number;

  @Field(() => Int)
  unchanged!: number;
}
