import { MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { LanguageTag } from '../language-tag.ts';
import { OneLine } from '../one-line.ts';
import { UUID } from '../scalars.ts';
import { MenuNounEnum } from './menu-entry.types.ts';

@InputType({ description: "What is left out or null is said in the restaurant's own language." })
export class MenuTranslationInput {
  @Field(() => String, { nullable: true, description: "1 to 100 characters in one line; a variant's label." })
  @OneLine(1, 100)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Up to 1,000 characters, of categories and items.' })
  @MaxLength(1000)
  description?: string | null;
}

@ArgsType()
export class TranslateMenuEntryArgs {
  @Field(() => MenuNounEnum)
  noun!: MenuNounEnum;

  @Field(() => UUID)
  id!: string;

  @Field(() => LanguageTag)
  language!: string;

  @Field(() => MenuTranslationInput, { nullable: true, description: 'Null takes the language away.' })
  @ValidateNested()
  translation?: MenuTranslationInput | null;
}
