import { firesAtOnce } from './fires-at-once.ts';
import type { LineStage } from './line-status.ts';
import type { Order } from './order.entity.ts';
import type { OrderLine } from './order-line.entity.ts';
import type { OrderStatus } from './order-status.ts';

export interface LineChange {
  readonly id: string;
  readonly status: LineStage;
}

/** The lines that go along when somebody moves a whole order: a cook who says that it is ready, with nothing held, has bumped all of them. */
export function linesAlong({ lines, wishedAt }: Order, to: OrderStatus): LineChange[] {
  return lines
    .map((line) => ({ id: line.id, before: line.status, status: stageIn(to, line, wishedAt) }))
    .filter(({ before, status }) => before !== status)
    .map(({ id, status }) => ({ id, status }));
}

function stageIn(to: OrderStatus, { status, course }: OrderLine, wishedAt: Date | null): LineStage {
  if (to === 'COMPLETED') return 'SERVED';
  if (to === 'READY') return status === 'SERVED' ? 'SERVED' : 'READY';
  return status === 'WAITING' && firesAtOnce(course, { status: to, wishedAt }) ? 'FIRED' : status;
}
