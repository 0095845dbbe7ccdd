import { GraphQLJSONObject } from 'graphql-scalars';
import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { ImportChange, ImportCount } from './import-count.ts';
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

  @Field({ defaultValue: false, description: 'Only say what would change, entry by entry.' })
  dryRun!: boolean;

  @Field({ defaultValue: false, description: 'Archive what the document does not speak of.' })
  archiveMissing!: boolean;
}

export enum ImportedHow {
  CREATED = 'CREATED',
  CHANGED = 'CHANGED',
  RESTORED = 'RESTORED',
  ARCHIVED = 'ARCHIVED',
}

registerEnumType(ImportedHow, {
  name: 'ImportedHow',
  description: 'What an import does to an entry.',
  valuesConfig: {
    RESTORED: { description: 'It was archived and is back, as the document has it.' },
    ARCHIVED: { description: 'The document does not speak of it, and archiveMissing was asked for.' },
  },
});

@ObjectType('ImportChange', { description: 'An entry that an import changes.', simpleResolvers: true })
export class ImportChangeType implements ImportChange {
  @Field({ description: 'As a document calls it: its id where no other system has a name for it.' })
  ref!: string;

  @Field(() => UUID, { nullable: true, description: 'Null: a dry run, and it is yet to be created.' })
  id!: string | null;

  @Field(() => ImportedHow)
  what!: ImportChange['what'];

  @Field(() => [String], {
    description:
      'What is other than before of what is changed or restored, as the document names it: title, price, modifierGroups. Also position, its place among its like, and within, what it lies in.',
  })
  fields!: readonly string[];
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

  @Field(() => [ImportChangeType], {
    description: 'Which ones: created, changed, archived, each as on the menu; the first 1,000.',
  })
  changes!: readonly ImportChange[];
}
