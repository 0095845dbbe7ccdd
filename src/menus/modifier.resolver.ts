import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { IdempotencyKey, UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { createModifier } from './create-modifier.ts';
import { createModifierGroup } from './create-modifier-group.ts';
import { editModifier } from './edit-modifier.ts';
import { editModifierGroup } from './edit-modifier-group.ts';
import { findModifierGroup } from './find-modifier-groups.ts';
import type { MenuModifierGroup } from './menu.ts';
import { ModifierGroupPayload } from './menu.types.ts';
import { MenuModifierGroupType } from './menu-choices.types.ts';
import {
  CreateModifierGroupInput,
  CreateModifierInput,
  EditModifierGroupInput,
  EditModifierInput,
} from './modifier-inputs.types.ts';

@Resolver()
export class ModifierResolver {
  @Mutation(() => ModifierGroupPayload, {
    description:
      'Makes a group; attach it to items. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, CHOICE_INVALID, IDEMPOTENCY_KEY_REUSED.',
  })
  async createModifierGroup(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
    @Arg('input') input: CreateModifierGroupInput,
    @Arg('idempotencyKey', () => IdempotencyKey) key: string,
  ): Promise<ModifierGroupPayload> {
    const { id, replayed } = await createModifierGroup(ctx, restaurantId, input, key);
    return { group: await findModifierGroup(ctx, restaurantId, id), replayed };
  }

  @Mutation(() => MenuModifierGroupType, {
    description:
      'CHOICE_INVALID: it, or an item that offers it, would want more than it allows or than its modifiers give. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, CHOICE_INVALID.',
  })
  async editModifierGroup(
    @Ctx() ctx: Context,
    @Arg('id', () => UUID) id: string,
    @Arg('input') input: EditModifierGroupInput,
  ): Promise<MenuModifierGroup> {
    const { restaurantId } = await editModifierGroup(ctx, id, input);
    return findModifierGroup(ctx, restaurantId, id);
  }

  @Mutation(() => ModifierGroupPayload, {
    description:
      'Adds a modifier to a group. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, IDEMPOTENCY_KEY_REUSED.',
  })
  async createModifier(
    @Ctx() ctx: Context,
    @Arg('groupId', () => UUID) groupId: string,
    @Arg('input') input: CreateModifierInput,
    @Arg('idempotencyKey', () => IdempotencyKey) key: string,
  ): Promise<ModifierGroupPayload> {
    const { restaurantId, replayed } = await createModifier(ctx, groupId, input, key);
    return { group: await findModifierGroup(ctx, restaurantId, groupId), replayed };
  }

  @Mutation(() => MenuModifierGroupType, {
    description:
      'Answers with its group. CHOICE_INVALID: an item would want more of that than its modifiers give. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, CHOICE_INVALID.',
  })
  async editModifier(
    @Ctx() ctx: Context,
    @Arg('id', () => UUID) id: string,
    @Arg('input') input: EditModifierInput,
  ): Promise<MenuModifierGroup> {
    const { restaurantId, groupId } = await editModifier(ctx, id, input);
    return findModifierGroup(ctx, restaurantId, groupId);
  }
}
