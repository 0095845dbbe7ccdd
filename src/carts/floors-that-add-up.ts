/** Fractions of one denominator cut down to whole units; what that leaves of the total goes to those that lost most. */
export function floorsThatAddUp(total: number, over: readonly bigint[], under: bigint): number[] {
  const floors = over.map((one) => Number(one / under));
  const byLoss = over
    .map((one, index) => ({ index, lost: one % under }))
    .sort((one, other) =>
      one.lost === other.lost ? one.index - other.index : one.lost < other.lost ? 1 : -1,
    );
  const missing = total - floors.reduce((all, floor) => all + floor, 0);
  for (const { index } of byLoss.slice(0, missing)) floors[index]! += 1;
  return floors;
}
