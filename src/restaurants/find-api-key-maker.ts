import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { type Context, remembered } from '../viewer.ts';
import type { ApiKey } from './api-key.entity.ts';
import type { Role } from './role.ts';

export interface ApiKeyMaker {
  readonly personId: string;
  /** Null: erased. */
  readonly name: string | null;
  /** What they are at the restaurant now; null: not on the staff. */
  readonly role: Role | null;
}

/** Who made a key that has been found already. */
export function findApiKeyMaker(ctx: Context, { restaurantId, createdById }: ApiKey): Promise<ApiKeyMaker> {
  return remembered(ctx, `maker ${createdById} at ${restaurantId}`, async () => {
    const maker = await scoped(ctx.em, restaurantId).row<ApiKeyMaker>(sql`
      select p.id as "personId", case when p.erased_at is null then p.name end as name, s.role
      from person p left join staff s on s.restaurant_id = ${restaurantId} and s.person_id = p.id
      where p.id = ${createdById}`);
    return maker!;
  });
}
