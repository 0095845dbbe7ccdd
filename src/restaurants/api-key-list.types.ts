import { ArrayUnique, Length, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { connectionOf, OrderBy, type Ordering, orderInputOf, PageArgsType } from '../page.types.ts';
import { UUID } from '../scalars.ts';
import type { ApiKey } from './api-key.entity.ts';
import { ApiKeyType, ScopeEnum } from './api-key.types.ts';
import type { ApiKeyFilter, ApiKeyQuery, ApiKeySort } from './list-api-keys.ts';
import type { Scope } from './scope.ts';

export const ApiKeyConnection = connectionOf<ApiKey>(ApiKeyType, 'ApiKey');

@InputType({ description: 'What is said holds all together; what is left out does not matter.' })
export class ApiKeyFilterInput implements ApiKeyFilter {
  @Field(() => Boolean, { nullable: true, description: 'Neither revoked nor expired; false: one of both.' })
  active?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  revoked?: boolean | null;

  @Field(() => [ScopeEnum], { nullable: true, description: 'With one of these.' })
  @ArrayUnique()
  scope?: Scope[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'A part of the name, whatever the accents and capitals. 1 to 100 characters.',
  })
  @Length(1, 100)
  text?: string | null;

  @Field(() => Date, { nullable: true, description: 'Last used then or later, to the minute.' })
  usedFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Last used before then, or never.' })
  unusedSince?: Date | null;
}

const ApiKeySortEnum = {
  NAME: 'NAME',
  CREATED_AT: 'CREATED_AT',
  USED_AT: 'USED_AT',
} as const satisfies { [S in ApiKeySort]: S };

registerEnumType(ApiKeySortEnum, {
  name: 'ApiKeySort',
  valuesConfig: {
    NAME: { description: 'By the alphabet, whatever the accents and capitals.' },
    USED_AT: { description: 'When it was last used, to the minute; what never was before what was.' },
  },
});

const ApiKeyOrderInput = orderInputOf(ApiKeySortEnum, 'ApiKeyOrderInput');

@ArgsType()
export class ApiKeysArgs extends PageArgsType {
  @Field(() => UUID)
  restaurantId!: string;

  @Field(() => ApiKeyFilterInput, { nullable: true })
  @ValidateNested()
  filter?: ApiKeyFilterInput | null;

  @OrderBy(ApiKeyOrderInput, 3, 'Newest first')
  orderBy?: Ordering<ApiKeySort>[] | null;

  query(): ApiKeyQuery {
    return { filter: this.filter ?? {}, orderBy: this.orderBy ?? [], page: this };
  }
}
