import { median } from './median.ts';

/** Measures all sides in turn, round after round, so that a busy machine is busy for each of them; answers with medians. */
export async function alternate<Name extends string>(
  rounds: number,
  sides: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(sides) as Name[];
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]));
  // The first round is for the compilers and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const cost = await sides[name]();
      if (round > 0) measured.get(name)!.push(cost);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(measured.get(name)!)])) as Record<Name, number>;
}
