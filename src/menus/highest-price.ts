/** Minor units: of an item, a variant or what a modifier adds. */
export const highestPrice = 100_000_000;
