import {
  AttachModifierGroupDocument,
  CreateCategoryDocument,
  CreateModifierDocument,
  CreateModifierGroupDocument,
  CreateVariantDocument,
} from '../../schema/operations.ts';
import { itemOf, key, type Place } from './build.ts';

/** A category whose two items, variants and modifier group were written entry by entry, so no document has named them. */
export async function handMade({ owner, id }: Pick<Place, 'owner' | 'id'>) {
  const { createCategory } = await owner.ask(CreateCategoryDocument, {
    restaurantId: id,
    input: { slug: 'by-hand', title: 'By hand' },
    idempotencyKey: key(),
  });
  const categoryId = createCategory.category.id;
  const pizza = await itemOf(owner, categoryId, 'Marinara', 900);
  const tea = await itemOf(owner, categoryId, 'Tea', 200);
  const variant = async (label: string, price: number): Promise<string> => {
    const variables = { itemId: pizza.id, input: { label, price }, idempotencyKey: key() };
    const { createVariant } = await owner.ask(CreateVariantDocument, variables);
    return createVariant.item.variants.find((one) => one.label === label)!.id;
  };
  await variant('Regular', 900);
  const largeId = await variant('Large', 1400);
  const made = await owner.ask(CreateModifierGroupDocument, {
    restaurantId: id,
    input: { title: 'On top', min: 0, max: 2 },
    idempotencyKey: key(),
  });
  const groupId = made.createModifierGroup.group.id;
  const modifier = { groupId, input: { title: 'Olives', price: 100 }, idempotencyKey: key() };
  await owner.ask(CreateModifierDocument, modifier);
  await owner.ask(AttachModifierGroupDocument, { itemId: pizza.id, groupId });
  return { pizza, tea, largeId };
}
