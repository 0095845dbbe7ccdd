export const fulfilments = ['DINE_IN', 'PICKUP', 'DELIVERY'] as const;

/** How an order gets to who ordered it. */
export type Fulfilment = (typeof fulfilments)[number];
