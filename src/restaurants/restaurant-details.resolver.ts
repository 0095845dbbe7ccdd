import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { allowsSelfAssignment } from './allows-self-assignment.ts';
import { archiveRestaurant } from './archive-restaurant.ts';
import { findParsingMode } from './find-parsing-mode.ts';
import { findQrSheet } from './find-qr-sheet.ts';
import { guestLink } from './guest-link.ts';
import { OpeningType, PauseType } from './opening-hours.types.ts';
import { openingNow } from './opening-now.ts';
import type { ParsingMode } from './parsing-mode.ts';
import { ParsingModeEnum } from './parsing-mode.types.ts';
import { type QrCode, qrCode } from './qr-code.ts';
import { type Pause, Restaurant } from './restaurant.entity.ts';
import { QrCodeType, RestaurantType } from './restaurant.types.ts';
import { SetAcceptingOrdersInput, UpdateRestaurantInput } from './restaurant-inputs.types.ts';
import { restoreRestaurant } from './restore-restaurant.ts';
import { setAcceptingOrders } from './set-accepting-orders.ts';
import { setSecondFactorRequired } from './set-second-factor-required.ts';
import { setSelfAssignment } from './set-self-assignment.ts';
import { type EditGuard, updateRestaurant } from './update-restaurant.ts';
import { wantsSecondFactor } from './wants-second-factor.ts';

/** What a restaurant says of itself: its details, its hours, its switch, its codes. */
@Resolver(() => RestaurantType)
export class RestaurantDetailsResolver {
  constructor(private readonly guard: EditGuard) {}

  @FieldResolver(() => OpeningType, { description: 'Whether it is open at this moment, by its hours.' })
  opening(@Ctx() ctx: Context, @Root() restaurant: Restaurant): OpeningType {
    return openingNow(restaurant, ctx.now());
  }

  @FieldResolver(() => PauseType, {
    nullable: true,
    description: 'Null: it accepts orders. What the switch says; the hours are in `opening`.',
  })
  pause(@Ctx() ctx: Context, @Root() restaurant: Restaurant): Pause | null {
    return restaurant.pauseAt(ctx.now());
  }

  @FieldResolver(() => QrCodeType, { description: "The counter's code: the restaurant's link, for pickup." })
  qr(@Ctx() ctx: Context, @Root() { slug }: Restaurant): QrCode {
    return qrCode(ctx, guestLink(ctx.rules.publicUrl, slug, null));
  }

  @FieldResolver(() => String, {
    description:
      'Every table with its code as an HTML page that prints on A4. For the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  qrSheet(@Ctx() ctx: Context, @Root() restaurant: Restaurant): Promise<string> {
    return findQrSheet(ctx, restaurant);
  }

  @FieldResolver(() => ParsingModeEnum, {
    description: 'For whoever works here. Errors: NOT_FOUND, SECOND_FACTOR_REQUIRED.',
  })
  parsingMode(@Ctx() ctx: Context, @Root() restaurant: Restaurant): Promise<ParsingMode> {
    return findParsingMode(ctx, restaurant);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether owners, and admins of the platform, act here only with a second factor. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, SECOND_FACTOR_REQUIRED.',
  })
  secondFactorRequired(@Ctx() ctx: Context, @Root() restaurant: Restaurant): Promise<boolean> {
    return wantsSecondFactor(ctx, restaurant);
  }

  @Mutation(() => RestaurantType, {
    description:
      'Whether owners act here only with a second factor. Those without get SECOND_FACTOR_REQUIRED from then on, whoever set it too; their streams end. For owners. Errors: NOT_FOUND, FORBIDDEN, SECOND_FACTOR_REQUIRED.',
  })
  setSecondFactorRequired(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
    @Arg('required') required: boolean,
  ): Promise<Restaurant> {
    return setSecondFactorRequired(ctx, restaurantId, required);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether managers and owners may assign deliveries to themselves. For managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  selfAssignment(@Ctx() ctx: Context, @Root() restaurant: Restaurant): Promise<boolean> {
    return allowsSelfAssignment(ctx, restaurant);
  }

  @Mutation(() => RestaurantType, {
    description:
      'Whether managers and owners may assign deliveries to themselves, who are no couriers. For owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  setSelfAssignment(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
    @Arg('allowed') allowed: boolean,
  ): Promise<Restaurant> {
    return setSelfAssignment(ctx, restaurantId, allowed);
  }

  @Mutation(() => RestaurantType, {
    description:
      'Changes details. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, CONFLICT, SLUG_TAKEN; BAD_USER_INPUT for spans that overlap, and for what may not change any more.',
  })
  updateRestaurant(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
    @Arg('input') input: UpdateRestaurantInput,
    @Arg('expectedVersion', () => Int, { description: 'A stale version is refused with CONFLICT.' })
    expectedVersion: number,
  ): Promise<Restaurant> {
    return updateRestaurant(ctx, this.guard, restaurantId, input.edit(), expectedVersion);
  }

  @Mutation(() => RestaurantType, {
    description:
      'Stops new orders of guests and customers, or lets them in again; the last one to say wins. Staff go on entering theirs. For the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT.',
  })
  setAcceptingOrders(@Ctx() ctx: Context, @Arg('input') input: SetAcceptingOrdersInput): Promise<Restaurant> {
    return setAcceptingOrders(ctx, input);
  }

  @Mutation(() => RestaurantType, {
    description:
      'Guests find it no more: their visits end and nothing new is ordered. Its slugs stay its own, its orders can be read and finished. For owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  archiveRestaurant(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
  ): Promise<Restaurant> {
    return archiveRestaurant(ctx, restaurantId);
  }

  @Mutation(() => RestaurantType, {
    description: 'Takes it out of the archive. For owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  restoreRestaurant(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
  ): Promise<Restaurant> {
    return restoreRestaurant(ctx, restaurantId);
  }
}
