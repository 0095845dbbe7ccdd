import { type Context, remembered } from '../viewer.ts';
import type { Restaurant } from './restaurant.entity.ts';
import type { Role } from './role.ts';

/** What somebody is at a restaurant, and what that is worth there. */
export interface StaffFound {
  readonly suspended: boolean;
  /** Whether its owners need a second factor. */
  readonly required: boolean;
  readonly role: Role | null;
}

type Memo = Pick<Context, 'memo'>;

/** What the viewer is at restaurants, looked up once each: or not at all, where a list has read it with them. */
export const knownStaff = {
  find(
    ctx: Memo,
    restaurantId: string,
    personId: string | null,
    look: () => Promise<StaffFound | undefined>,
  ): Promise<StaffFound | undefined> {
    return remembered(ctx, keyOf(restaurantId, personId), look);
  },

  note({ memo }: Memo, { id, suspendedAt, secondFactorRequired }: Restaurant, personId: string, role: Role) {
    const found: StaffFound = { suspended: suspendedAt !== null, required: secondFactorRequired, role };
    memo.set(keyOf(id, personId), Promise.resolve(found));
  },
};

function keyOf(restaurantId: string, personId: string | null): string {
  return `staff ${restaurantId} ${personId}`;
}
