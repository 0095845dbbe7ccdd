import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Page } from '../page.ts';
import { IdempotencyKey, UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import type { ApiKey } from './api-key.entity.ts';
import { ApiKeyType, CreateApiKeyInput, CreateApiKeyPayload } from './api-key.types.ts';
import { ApiKeyConnection, ApiKeysArgs } from './api-key-list.types.ts';
import { createApiKey, type MadeApiKey } from './create-api-key.ts';
import { findApiKeys } from './find-api-keys.ts';
import { listApiKeys } from './list-api-keys.ts';
import { Restaurant } from './restaurant.entity.ts';
import { RestaurantType } from './restaurant.types.ts';
import { revokeApiKey } from './revoke-api-key.ts';

@Resolver(() => RestaurantType)
export class ApiKeyResolver {
  @FieldResolver(() => [ApiKeyType], {
    description: 'Newest first, revoked ones included. For owners. Errors: NOT_FOUND, FORBIDDEN.',
    deprecationReason: 'Ask `restaurantKeys`, which goes in pages.',
  })
  apiKeys(@Ctx() ctx: Context, @Root() { id }: Restaurant): Promise<ApiKey[]> {
    return findApiKeys(ctx, id);
  }

  @Query(() => ApiKeyConnection, {
    description:
      'The API keys of a restaurant, revoked and expired ones included, newest first unless they are wanted otherwise. For owners. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT.',
  })
  restaurantKeys(@Ctx() ctx: Context, @Args() args: ApiKeysArgs): Promise<Page<ApiKey>> {
    return listApiKeys(ctx, args.restaurantId, args.query());
  }

  @Mutation(() => CreateApiKeyPayload, {
    description:
      "Makes a key for a program; 100 at most are good at a time. It is the restaurant's: it goes on when whoever made it is suspended, leaves or is an admin no more; see removeStaff. For owners. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.",
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
