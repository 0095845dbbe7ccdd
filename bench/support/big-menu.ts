import type { MenuFile } from '../../src/commands/menu-of-file.ts';
import { dishName, toppingName } from './names.ts';

const groups = 25;
const modifiersEach = 8;
const towns = ['Ar', 'Bel', 'Cor', 'Dun', 'El', 'Far', 'Gal', 'Har', 'Il', 'Jor'];
const ends = ['dam', 'fell', 'grad', 'ham', 'ia', 'lund', 'mont', 'nova', 'polis', 'ville'];

/** So many items, the first hundred named by two words and the others after a town too, each in three sizes and with 2 of 25 groups of 8 modifiers. */
export function bigMenu(count = 100): MenuFile {
  return {
    id: 'bench',
    name: 'The bench',
    items: Array.from({ length: count }, (_, index) => ({
      id: `item-${index}`,
      name: index < 100 ? dishName(index) : `${town(Math.floor(index / 100))} ${dishName(index % 100)}`,
      aliases: [],
      category: `Category ${Math.floor(index / 10) % 10}`,
      variants: ['Small', 'Regular', 'Large'].map((name, size) => ({
        name,
        aliases: [],
        default: size === 1,
      })),
      modifierGroups: [`group-${(2 * index) % groups}`, `group-${(2 * index + 1) % groups}`],
    })),
    modifierGroups: Array.from({ length: groups }, (_, index) => ({
      id: `group-${index}`,
      name: `Choice ${index}`,
      options: Array.from({ length: modifiersEach }, (_, place) => ({
        name: toppingName(index * modifiersEach + place),
        aliases: [],
        default: place === 0,
      })),
    })),
  };
}

function town(index: number): string {
  return `${towns[index % 10]}${ends[Math.floor(index / 10) % 10]}`;
}
