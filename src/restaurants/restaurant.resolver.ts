import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Page } from '../page.ts';
import { IdempotencyKey, UUID } from '../scalars.ts';
import type { Tokens } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { closeTable } from './close-table.ts';
import { createRestaurant } from './create-restaurant.ts';
import { createTable } from './create-table.ts';
import { findMyRestaurants } from './find-my-restaurants.ts';
import { findRestaurantBySlug } from './find-restaurant.ts';
import { findTables } from './find-tables.ts';
import { listMyRestaurants } from './list-my-restaurants.ts';
import { MyRestaurantsArgs, RestaurantConnection } from './my-restaurant-list.types.ts';
import { Restaurant } from './restaurant.entity.ts';
import {
  CreateRestaurantPayload,
  CreateTablePayload,
  RestaurantType,
  RoleEnum,
  StartVisitPayload,
  TableType,
} from './restaurant.types.ts';
import { authorityIn, runs, worksHere } from './restaurant-access.ts';
import { CreateRestaurantInput, CreateTableInput } from './restaurant-inputs.types.ts';
import type { Role } from './role.ts';
import { rotateTableCode } from './rotate-table-code.ts';
import { startVisit } from './start-visit.ts';
import type { Table } from './table.entity.ts';
import type { TableLeft } from './table-left.ts';

@Resolver(() => RestaurantType)
export class RestaurantResolver {
  constructor(
    private readonly tokens: Tokens,
    private readonly tableLeft: TableLeft,
  ) {}

  @Query(() => RestaurantType, {
    description: 'A restaurant by a slug that it has or had, for everybody. Errors: NOT_FOUND.',
  })
  restaurant(@Ctx() ctx: Context, @Arg('slug') slug: string): Promise<Restaurant> {
    return findRestaurantBySlug(ctx, slug);
  }

  @Query(() => RestaurantConnection, {
    description:
      'Where I work, by title unless it is wanted otherwise. Errors: UNAUTHENTICATED, BAD_USER_INPUT.',
  })
  myWorkplaces(@Ctx() ctx: Context, @Args() args: MyRestaurantsArgs): Promise<Page<Restaurant>> {
    return listMyRestaurants(ctx, args.query());
  }

  @Query(() => [RestaurantType], {
    description: 'Where I work. Errors: UNAUTHENTICATED.',
    deprecationReason: 'Ask `myWorkplaces`, which goes in pages.',
  })
  myRestaurants(
    @Ctx() ctx: Context,
    @Arg('archived', { defaultValue: false, description: 'Instead, what I own and have archived.' })
    archived: boolean,
  ): Promise<Restaurant[]> {
    return findMyRestaurants(ctx, archived);
  }

  @FieldResolver(() => RoleEnum, {
    nullable: true,
    description: 'What I am here; null for guests and customers.',
  })
  async myRole(@Ctx() ctx: Context, @Root() { id }: Restaurant): Promise<Role | null> {
    return (await authorityIn(ctx, id))?.role ?? null;
  }

  @FieldResolver(() => [TableType], { description: 'For whoever works here. Errors: NOT_FOUND.' })
  tables(@Ctx() ctx: Context, @Root() { id }: Restaurant): Promise<Table[]> {
    return findTables(ctx, id, worksHere);
  }

  @FieldResolver(() => [TableType], {
    description: 'For managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
    deprecationReason: 'Ask `restaurantTables`, which goes in pages.',
  })
  archivedTables(@Ctx() ctx: Context, @Root() { id }: Restaurant): Promise<Table[]> {
    return findTables(ctx, id, runs, 'archived');
  }

  @Mutation(() => CreateRestaurantPayload, {
    description:
      'Opens a restaurant of which I am the owner. Errors: UNAUTHENTICATED, SLUG_TAKEN, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.',
  })
  createRestaurant(
    @Ctx() ctx: Context,
    @Arg('input') input: CreateRestaurantInput,
    @Arg('idempotencyKey', () => IdempotencyKey) idempotencyKey: string,
  ): Promise<{ restaurant: Restaurant; replayed: boolean }> {
    return createRestaurant(ctx, input, idempotencyKey);
  }

  @Mutation(() => CreateTablePayload, {
    description:
      'Adds a table with a code of its own. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, IDEMPOTENCY_KEY_REUSED; BAD_USER_INPUT when another table in use has the name.',
  })
  createTable(
    @Ctx() ctx: Context,
    @Arg('input') input: CreateTableInput,
    @Arg('idempotencyKey', () => IdempotencyKey) idempotencyKey: string,
  ): Promise<{ table: Table; replayed: boolean }> {
    return createTable(ctx, input, idempotencyKey);
  }

  @Mutation(() => TableType, {
    description:
      'Ends every visit at the table, and clears the cart that staff fill for it. For the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  closeTable(@Ctx() ctx: Context, @Arg('tableId', () => UUID) tableId: string): Promise<Table> {
    return closeTable(ctx, tableId, this.tableLeft);
  }

  @Mutation(() => TableType, {
    description:
      'Makes the printed code dead and ends its visits. For managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  rotateTableCode(@Ctx() ctx: Context, @Arg('tableId', () => UUID) tableId: string): Promise<Table> {
    return rotateTableCode(ctx, tableId);
  }

  @Mutation(() => StartVisitPayload, {
    description:
      'A guest sits down: with the code of a table, or without one for pickup. Errors: NOT_FOUND, RATE_LIMITED.',
  })
  async startVisit(
    @Ctx() ctx: Context,
    @Arg('slug') slug: string,
    @Arg('tableCode', () => String, { nullable: true }) tableCode: string | null,
  ): Promise<StartVisitPayload> {
    const { visit, token, restaurant, table } = await startVisit(ctx, this.tokens, {
      slug,
      tableCode,
    });
    return { visitId: visit.id, visitToken: token.token, expiresAt: token.expiresAt, restaurant, table };
  }
}
