/** Why nobody got a delivery that was brought. */
export const deliveryFailures = [
  'NOBODY_THERE',
  'UNREACHABLE',
  'ADDRESS_WRONG',
  'REFUSED',
  'ACCIDENT',
  'OTHER',
] as const;

export type FailureReason = (typeof deliveryFailures)[number];

export interface DeliveryFailure {
  readonly reason: FailureReason;
  /** What the courier says of it, for the restaurant; erased with what is personal. */
  readonly note?: string | null;
  readonly byId: string | null;
  /** ISO 8601. */
  readonly at: string;
}
