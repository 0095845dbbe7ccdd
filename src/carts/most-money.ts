/** Minor units. Far above any meal, and within what every client reads as a whole number. */
export const mostMoney = 1_000_000_000;
