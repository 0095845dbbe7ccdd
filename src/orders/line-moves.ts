import type { LineStage } from './line-status.ts';
import type { Mover } from './order-status.ts';

export interface LineMove {
  readonly from: LineStage;
  readonly to: LineStage;
  readonly by: readonly Mover[];
}

const everybody: readonly Mover[] = ['KITCHEN', 'FLOOR', 'MANAGER', 'OWNER'];
const cooks: readonly Mover[] = ['KITCHEN', 'MANAGER', 'OWNER'];

/** Fire and hold, bump and recall, serve. */
export const lineMoves: readonly LineMove[] = [
  { from: 'WAITING', to: 'FIRED', by: everybody },
  { from: 'FIRED', to: 'WAITING', by: everybody },
  { from: 'FIRED', to: 'READY', by: cooks },
  { from: 'READY', to: 'FIRED', by: cooks },
  { from: 'READY', to: 'SERVED', by: everybody },
];
