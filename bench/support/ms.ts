/** Milliseconds with three significant figures. */
export function ms(value: number): string {
  return `${Number(value.toPrecision(3))} ms`;
}
