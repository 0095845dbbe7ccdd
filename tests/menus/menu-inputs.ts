import type { FormattedExecutionResult } from 'graphql';
import {
  CreateCategoryDocument,
  CreateItemDocument,
  CreateModifierDocument,
  CreateModifierGroupDocument,
  CreateVariantDocument,
  EditCategoryDocument,
  EditItemDocument,
  EditModifierDocument,
  EditModifierGroupDocument,
  EditVariantDocument,
  SetItemStockDocument,
} from '../../schema/operations.ts';
import { key, type Place, unique } from '../support/build.ts';
import { textOf } from '../support/text-of.ts';
import type { Target } from './menu-writing.ts';

export type Values = Record<string, unknown>;
export type Answer = FormattedExecutionResult<Record<string, { replayed: boolean }>>;

/** A mutation with an input: good as it stands, for a test to spoil. */
export interface Input {
  readonly good: Values;
  send(input: Values, idempotencyKey?: string): Promise<Answer>;
}

/** The mutations of a menu that take an input, as its owner sends them. */
export function menuInputs({ owner, id: restaurantId }: Place, at: Target) {
  const input = (document: Parameters<typeof textOf>[0], of: Values, good: () => Values): Input => ({
    get good() {
      return good();
    },
    send: (given, idempotencyKey = key()) =>
      owner.raw(textOf(document), { ...of, input: given, idempotencyKey }),
  });
  const { categoryId, itemId } = at;
  return {
    createCategory: input(CreateCategoryDocument, { restaurantId }, () => ({
      slug: unique('new'),
      title: 'New',
    })),
    editCategory: input(EditCategoryDocument, { id: categoryId }, () => ({})),
    createItem: input(CreateItemDocument, { categoryId }, () => ({ title: 'New', price: 1 })),
    editItem: input(EditItemDocument, { id: itemId }, () => ({})),
    createVariant: input(CreateVariantDocument, { itemId }, () => ({ label: 'New', price: 1 })),
    editVariant: input(EditVariantDocument, { id: at.variantId }, () => ({})),
    createModifierGroup: input(CreateModifierGroupDocument, { restaurantId }, () => ({
      title: 'New',
      min: 0,
      max: 1,
    })),
    editModifierGroup: input(EditModifierGroupDocument, { id: at.groupId }, () => ({})),
    createModifier: input(CreateModifierDocument, { groupId: at.groupId }, () => ({ title: 'New' })),
    editModifier: input(EditModifierDocument, { id: at.modifierId }, () => ({})),
    setItemStock: input(SetItemStockDocument, {}, () => ({ itemId, remaining: 5 })),
  } as const;
}

export type InputName = keyof ReturnType<typeof menuInputs>;
