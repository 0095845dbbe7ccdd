import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { IdempotencyKey, UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import type { ApiKey } from './api-key.entity.ts';
import { ApiKeyType, CreateApiKeyInput, CreateApiKeyPayload } from './api-key.types.ts';
import { createApiKey, type MadeApiKey } from './create-api-key.ts';
import { findApiKeys } from './find-api-keys.ts';
import { Restaurant } from './restaurant.entity.ts';
import { RestaurantType } from './restaurant.types.ts';
import { revokeApiKey } from './revoke-api-key.ts';

@Resolver(() => RestaurantType)
export class ApiKeyResolver {
  @FieldResolver(() => [ApiKeyType], {
    description: 'Newest first, revoked ones included. For owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  apiKeys(@Ctx() ctx: Context, @Root() { id }: Restaurant): Promise<ApiKey[]> {
    return findApiKeys(ctx, id);
  }

  @Mutation(() => CreateApiKeyPayload, {
    description:
      'Makes a key for a program; 100 at most are good at a time. For owners. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.',
  })
  createApiKey(
    @Ctx() ctx: Context,
    @Arg('input') input: CreateApiKeyInput,
    @Arg('idempotencyKey', () => IdempotencyKey) idempotencyKey: string,
  ): Promise<MadeApiKey> {
    return createApiKey(ctx, input, idempotencyKey);
  }

  @Mutation(() => ApiKeyType, {
    description:
      'The key opens nothing from now on, and its sockets close with 4403. For owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  revokeApiKey(@Ctx() ctx: Context, @Arg('keyId', () => UUID) keyId: string): Promise<ApiKey> {
    return revokeApiKey(ctx, keyId);
  }
}
