import type { MenuItem, MenuModifierGroup } from '../menus/menu.ts';
import type { LineChoices } from './line-choices.ts';

/** Makes the choices keep min and max of every group; returns the groups that still want a choice. */
export function keepGroupRules(item: MenuItem, choices: LineChoices): MenuModifierGroup[] {
  return item.modifierGroups.filter((group) => {
    const ids = new Set(group.modifiers.map(({ id }) => id));
    const asked = [...choices.added.values()].filter(({ modifier }) => ids.has(modifier.id));
    const kept = group.modifiers.filter(
      ({ id, isDefault, available }) => isDefault && available && !choices.removed.has(id),
    );
    const keptIds = new Set(kept.map(({ id }) => id));
    const isChooseOne = group.max === 1;
    const room = isChooseOne ? 1 : group.max - kept.length;
    // A default that was asked for is chosen, and in a choose-one group it fills the place.
    const takesRoom = asked.filter(({ modifier }) => isChooseOne || !keptIds.has(modifier.id));
    // What was chosen last comes last, and in a choose-one group it takes the place of what was there before.
    if (isChooseOne && asked.length > 1)
      for (const { modifier, wish } of asked) if (!wish) choices.added.delete(modifier.id);
    const wanting = takesRoom.filter(({ modifier }) => choices.added.has(modifier.id));
    for (const { modifier, wish } of wanting.slice(Math.max(0, room))) {
      choices.added.delete(modifier.id);
      if (!wish) continue;
      choices.accepted.splice(choices.accepted.indexOf(wish), 1);
      choices.refused.push({ wish, code: 'TOO_MANY_CHOICES', group, candidates: [] });
    }
    const added = wanting.slice(0, Math.max(0, room));
    if (isChooseOne && added.length > 0) {
      // Replaced, not left out.
      for (const id of ids) choices.removed.delete(id);
    }
    const count = isChooseOne ? Math.max(added.length, kept.length) : added.length + kept.length;
    return count < group.min;
  });
}
