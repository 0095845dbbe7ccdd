import { lineStatusOf } from './line-status-of.ts';
import type { OrderLine } from './order-line.entity.ts';
import type { OrderStatus } from './order-status.ts';

/**
 * Where an order goes by itself once its lines have moved, step by step along the published table: the first line that is ready says
 * that somebody prepares it, the last that it is ready, and a recall takes that back.
 */
export function wayWithLines(status: OrderStatus, lines: readonly OrderLine[]): OrderStatus[] {
  const wanted = lines.map(lineStatusOf).filter((one) => one !== 'VOID');
  if (wanted.length === 0) return [];
  const made = wanted.filter((one) => one === 'READY' || one === 'SERVED').length;
  const all = made === wanted.length;
  if (status === 'ACCEPTED' && made > 0) return all ? ['PREPARING', 'READY'] : ['PREPARING'];
  if (status === 'PREPARING' && all) return ['READY'];
  if (status === 'READY' && !all) return ['PREPARING'];
  return [];
}
