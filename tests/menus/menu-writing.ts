import {
  ArchiveMenuEntryDocument,
  AttachModifierGroupDocument,
  CreateCategoryDocument,
  CreateItemDocument,
  CreateModifierDocument,
  CreateModifierGroupDocument,
  CreateVariantDocument,
  DetachModifierGroupDocument,
  EditCategoryDocument,
  EditItemDocument,
  EditModifierDocument,
  EditModifierGroupDocument,
  EditVariantDocument,
  ModifierGroupsDocument,
  SetItemAvailableDocument,
  SetItemStockDocument,
  SetModifierAvailableDocument,
  WholeMenuDocument,
} from '../../schema/operations.ts';
import type { ErrorCode } from '../../src/errors.ts';
import type { As } from '../support/as.ts';
import { key, type Place, unique } from '../support/build.ts';

/** One thing of each kind that a menu is made of. */
export interface Target {
  readonly restaurantId: string;
  readonly categoryId: string;
  readonly itemId: string;
  readonly variantId: string;
  readonly groupId: string;
  readonly modifierId: string;
}

export type Writing = (viewer: As, at: Target) => Promise<ErrorCode | 'OK'>;

/** Every mutation of a menu that only managers and owners may do, with good input. */
export const writings: Readonly<Record<string, Writing>> = {
  createCategory: (viewer, { restaurantId }) => {
    const input = { slug: unique('category'), title: 'Category' };
    return viewer.codeOf(CreateCategoryDocument, { restaurantId, input, idempotencyKey: key() });
  },
  editCategory: (viewer, { categoryId: id }) =>
    viewer.codeOf(EditCategoryDocument, { id, input: { title: 'Edited' } }),
  createItem: (viewer, { categoryId }) => {
    const input = { title: 'Item', price: 100 };
    return viewer.codeOf(CreateItemDocument, { categoryId, input, idempotencyKey: key() });
  },
  editItem: (viewer, { itemId: id }) => viewer.codeOf(EditItemDocument, { id, input: { title: 'Edited' } }),
  createVariant: (viewer, { itemId }) => {
    const input = { label: 'Huge', price: 100 };
    return viewer.codeOf(CreateVariantDocument, { itemId, input, idempotencyKey: key() });
  },
  editVariant: (viewer, { variantId: id }) =>
    viewer.codeOf(EditVariantDocument, { id, input: { label: 'Edited' } }),
  createModifierGroup: (viewer, { restaurantId }) => {
    const input = { title: 'Group', min: 0, max: 1 };
    return viewer.codeOf(CreateModifierGroupDocument, { restaurantId, input, idempotencyKey: key() });
  },
  editModifierGroup: (viewer, { groupId: id }) =>
    viewer.codeOf(EditModifierGroupDocument, { id, input: { title: 'Edited' } }),
  createModifier: (viewer, { groupId }) => {
    const input = { title: 'Modifier' };
    return viewer.codeOf(CreateModifierDocument, { groupId, input, idempotencyKey: key() });
  },
  editModifier: (viewer, { modifierId: id }) =>
    viewer.codeOf(EditModifierDocument, { id, input: { title: 'Edited' } }),
  attachModifierGroup: (viewer, { itemId, groupId }) =>
    viewer.codeOf(AttachModifierGroupDocument, { itemId, groupId }),
  detachModifierGroup: (viewer, { itemId, groupId }) =>
    viewer.codeOf(DetachModifierGroupDocument, { itemId, groupId }),
  archiveMenuEntry: (viewer, { modifierId: id }) =>
    viewer.codeOf(ArchiveMenuEntryDocument, { noun: 'MODIFIER', id }),
};

/** The mutations that the kitchen and the floor may do too. */
export const eightySixings: Readonly<Record<string, Writing>> = {
  setItemAvailable: (viewer, { itemId }) =>
    viewer.codeOf(SetItemAvailableDocument, { itemId, available: false }),
  setItemStock: (viewer, { itemId }) =>
    viewer.codeOf(SetItemStockDocument, { input: { itemId, remaining: 3 } }),
  setModifierAvailable: (viewer, { modifierId }) =>
    viewer.codeOf(SetModifierAvailableDocument, { modifierId, available: false }),
};

export async function targetIn(place: Place): Promise<Target> {
  const { pizza, categoryId, id: restaurantId } = place;
  const groups = await groupsOf(place);
  const groupId = groups.find(({ modifiers }) => modifiers.some(({ id }) => id === pizza.cheeseId))!.id;
  const { id: itemId, largeId: variantId, cheeseId: modifierId } = pizza;
  return { restaurantId, categoryId, itemId, variantId, groupId, modifierId };
}

export async function groupsOf({ owner, id: restaurantId }: Pick<Place, 'owner' | 'id'>) {
  return (await owner.ask(ModifierGroupsDocument, { restaurantId })).modifierGroups;
}

/** The menu with what is hidden, version included: to compare before and after. */
export async function wholeMenu({ owner, id: restaurantId }: Pick<Place, 'owner' | 'id'>) {
  return (await owner.ask(WholeMenuDocument, { restaurantId })).wholeMenu;
}
