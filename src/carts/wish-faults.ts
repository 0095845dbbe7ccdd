import type { Fulfilment } from '../restaurants/fulfilment.ts';

export interface Fault {
  readonly path: string;
  readonly message: string;
}

const farthestMs = 7 * 24 * 3_600_000;

/** What is wrong with wanting it so. */
export function wishFaults(
  { fulfilment, wishedAt }: { readonly fulfilment: Fulfilment; readonly wishedAt: Date | null },
  { tableId }: { readonly tableId: string | null },
  now: Date,
): Fault[] {
  const faults: Fault[] = [];
  const eatsHere = fulfilment === 'DINE_IN';
  if (eatsHere && !tableId) faults.push({ path: 'fulfilment', message: 'There is no table to bring it to.' });
  if (eatsHere && wishedAt) faults.push({ path: 'wishedAt', message: 'DINE_IN has none.' });
  const ahead = wishedAt ? wishedAt.getTime() - now.getTime() : null;
  if (ahead !== null && !(ahead > 0 && ahead <= farthestMs))
    faults.push({ path: 'wishedAt', message: 'It must be in the future, within 7 days.' });
  return faults;
}
