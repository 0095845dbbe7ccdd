import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { LiveMessage, Verdict } from './events/live-source.ts';

export const VerdictEnum: { [V in Verdict]: V } = {
  SNAPSHOT: 'SNAPSHOT',
  RESUMED: 'RESUMED',
  RESET: 'RESET',
};

registerEnumType(VerdictEnum, {
  name: 'Verdict',
  description: 'How a live subscription begins, or begins again.',
  valuesConfig: {
    SNAPSHOT: { description: 'All there is now, and the number it reflects.' },
    RESUMED: { description: 'What follows continues after the number you gave.' },
    RESET: {
      description:
        'Your number is too old, unknown, or you fell behind: forget what you hold, here is all there is now.',
    },
  },
});

@ObjectType()
export abstract class LiveMessageType implements Omit<LiveMessage, 'event'> {
  @Field(() => VerdictEnum, {
    nullable: true,
    description: 'On the first message, and when the stream begins again; null on a change.',
  })
  verdict!: Verdict | null;

  @Field(() => Int, { description: 'Keep it: send it as `after` when you subscribe again.' })
  number!: number;

  @Field(() => Int, {
    description:
      'The number of the change before this one. You have missed nothing while previous ≤ the last number you hold < number.',
  })
  previous!: number;
}
