/** A fraction as a whole number: half away from zero, which for what is not below zero is half up. */
export function rounded(over: bigint, under: bigint): bigint {
  return (2n * over + under) / (2n * under);
}
