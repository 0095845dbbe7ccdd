import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../viewer.ts';
import { ApiKey } from './api-key.entity.ts';
import { ApiKeyMakerType, ApiKeyType } from './api-key.types.ts';
import { type ApiKeyMaker, findApiKeyMaker } from './find-api-key-maker.ts';

@Resolver(() => ApiKeyType)
export class ApiKeyMakerResolver {
  @FieldResolver(() => ApiKeyMakerType, {
    description: 'Who made it, and saw its token.',
  })
  createdBy(@Ctx() ctx: Context, @Root() key: ApiKey): Promise<ApiKeyMaker> {
    return findApiKeyMaker(ctx, key);
  }
}
