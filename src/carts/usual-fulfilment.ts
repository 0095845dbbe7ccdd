import type { Fulfilment } from '../restaurants/fulfilment.ts';

/** What somebody gets who says nothing else. */
export function usualFulfilment({ tableId }: { readonly tableId: string | null }): Fulfilment {
  return tableId ? 'DINE_IN' : 'PICKUP';
}
