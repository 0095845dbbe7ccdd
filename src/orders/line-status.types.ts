import { registerEnumType } from 'type-graphql';
import { type LineStage, type LineStatus, lineStatuses } from './line-status.ts';

export const LineStatusEnum = Object.fromEntries(lineStatuses.map((one) => [one, one])) as {
  [S in LineStatus]: S;
};

const { VOID: _, ...stages } = LineStatusEnum;
export const LineStageEnum: { [S in LineStage]: S } = stages;

const described = {
  WAITING: { description: 'Not to be made yet: for a later course, or the order is not accepted.' },
  FIRED: { description: 'To be made now.' },
  READY: { description: 'Made.' },
  SERVED: { description: 'Brought to whoever ordered it.' },
};

registerEnumType(LineStatusEnum, {
  name: 'LineStatus',
  description: 'How far a line has come.',
  valuesConfig: { ...described, VOID: { description: 'Taken off the bill, all of it.' } },
});
registerEnumType(LineStageEnum, {
  name: 'LineStage',
  description:
    'Where a line may be moved: FIRED fires one that waits and recalls one that is ready, WAITING holds it, READY bumps it.',
  valuesConfig: described,
});
