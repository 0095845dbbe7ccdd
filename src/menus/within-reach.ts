/** Whether as many as a group wants can be chosen from these of its modifiers. */
export function withinReach(min: number, modifiers: readonly { readonly maxPerLine: number }[]): boolean {
  return modifiers.reduce((most, { maxPerLine }) => most + maxPerLine, 0) >= min;
}
