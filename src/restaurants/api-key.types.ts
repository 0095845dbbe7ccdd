import { ArrayNotEmpty, MinDate } from 'class-validator';
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { OneLine } from '../one-line.ts';
import { UUID } from '../scalars.ts';
import type { ApiKey } from './api-key.entity.ts';
import type { ApiKeyMaker } from './find-api-key-maker.ts';
import { RoleEnum } from './restaurant.types.ts';
import type { Role } from './role.ts';
import { type Scope, scopes } from './scope.ts';

export const ScopeEnum = Object.fromEntries(
  scopes.map((scope) => [scope.replace(':', '_').toUpperCase(), scope]),
) as Record<string, Scope>;

registerEnumType(ScopeEnum, {
  name: 'ApiKeyScope',
  description:
    'What a key may do in its restaurant. Keys never see or change people, keys, tables or the restaurant itself.',
  valuesConfig: {
    MENU_READ: { description: 'menu:read. The whole menu, hidden things included.' },
    MENU_WRITE: { description: 'menu:write. Changes the menu, 86es, sets stock.' },
    ORDERS_READ: { description: 'orders:read. Every order, and its changes live.' },
    ORDERS_WRITE: { description: 'orders:write. With ORDERS_READ: moves orders as a manager does.' },
    KITCHEN_READ: { description: "kitchen:read. The kitchen's tickets, live." },
  },
});

@ObjectType('ApiKeyMaker', { description: 'Who made a key. Seen by owners.' })
export class ApiKeyMakerType implements ApiKeyMaker {
  @Field(() => UUID)
  personId!: string;

  @Field(() => String, { nullable: true, description: 'Null: the account is erased.' })
  name!: string | null;

  @Field(() => RoleEnum, {
    nullable: true,
    description:
      'What they are here now. Null: they are not on the staff, or no longer, and may still have the token: an owner decides whether the key goes on.',
  })
  role!: Role | null;
}

@ObjectType('ApiKey', {
  description: 'What a program shows instead of a token: `Authorization: Bearer ck_…`. Seen by owners.',
})
export class ApiKeyType
  implements Pick<ApiKey, 'id' | 'name' | 'scopes' | 'createdAt' | 'expiresAt' | 'usedAt' | 'revokedAt'>
{
  @Field(() => UUID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => [ScopeEnum])
  scopes!: Scope[];

  @Field()
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Null: it does not expire.' })
  expiresAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was last used, to the minute.' })
  usedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  revokedAt!: Date | null;
}

@InputType()
export class CreateApiKeyInput {
  @Field(() => UUID)
  restaurantId!: string;

  @Field({ description: '1 to 100 characters in one line: what will use it.' })
  @OneLine(1, 100)
  name!: string;

  @Field(() => [ScopeEnum])
  @ArrayNotEmpty()
  scopes!: Scope[];

  @Field(() => Date, { nullable: true, description: 'In the future; none: it does not expire.' })
  @MinDate(() => new Date())
  expiresAt?: Date | null;
}

@ObjectType()
export class CreateApiKeyPayload {
  @Field(() => ApiKeyType)
  key!: ApiKeyType;

  @Field(() => String, {
    nullable: true,
    description: 'The key itself, shown this once; null when this idempotency key had made it before.',
  })
  token!: string | null;

  @Field({ description: 'True when this idempotency key had made it before.' })
  replayed!: boolean;
}
