/** Thrown within a transaction that an earlier call with the same key and input has done already. */
export class Repeated extends Error {}
