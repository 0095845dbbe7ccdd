import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { type Deed, historyOf } from '../events/history-of.ts';
import type { Role } from '../restaurants/role.ts';
import type { Context } from '../viewer.ts';
import { type ForStaff, forStaff } from './for-staff.ts';
import type { Order } from './order.entity.ts';
import { type WhatHappened, whatHappened } from './what-happened.ts';

export interface OrderHappening extends Pick<Deed, 'kind' | 'at'>, WhatHappened {
  readonly by: OrderActor;
}

export interface OrderActor {
  readonly kind: Deed['actorKind'];
  /** What they are at the restaurant now. */
  readonly role: Role | null;
  readonly name: ForStaff<string | null>;
}

/** What happened to an order that the viewer may see, and who did it. Names are those of people who work there, never of customers. */
export async function findHistory({ em }: Context, order: Order): Promise<OrderHappening[]> {
  const deeds = await historyOf(em, order.restaurantId, 'order', order.id, most);
  const colleagues = await scoped(em, order.restaurantId).rows<Colleague>(sql`
    select s.person_id as id, s.role, p.name from staff s join person p on p.id = s.person_id
    where s.restaurant_id = ${order.restaurantId} and s.person_id = any(${idsOf(deeds)}::uuid[])`);
  const known = new Map(colleagues.map((one) => [one.id, one]));
  return deeds.map(({ kind, data, at, actorKind, actorId }) => {
    const colleague = actorId === order.personId ? undefined : known.get(actorId ?? '');
    const { role = null, name = null } = colleague ?? {};
    const by = { kind: actorKind, role, name: forStaff(order, name) };
    return { kind, at, by, ...whatHappened(order, { kind, data }) };
  });
}

interface Colleague {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
}

const most = 500;

function idsOf(deeds: readonly Deed[]): string[] {
  return [
    ...new Set(deeds.flatMap(({ actorKind, actorId }) => (actorKind === 'person' && actorId ? actorId : []))),
  ];
}
