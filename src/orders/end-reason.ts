/** Why an order came to nothing. */
export const endReasons = [
  'SOLD_OUT',
  'TOO_BUSY',
  'CLOSING',
  'NOT_WANTED',
  'UNREACHABLE',
  'MISTAKE',
  'OTHER',
] as const;

export type EndReason = (typeof endReasons)[number];
