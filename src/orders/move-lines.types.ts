import { ArrayMaxSize, ArrayMinSize, IsOptional, Max, Min } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';
import { Refusal } from '../errors.ts';
import { UUID } from '../scalars.ts';
import type { LineStage } from './line-status.ts';
import { LineStageEnum } from './line-status.types.ts';
import type { LinesMove } from './move-lines.ts';

@ArgsType()
export class MoveLinesArgs {
  @Field(() => UUID)
  orderId!: string;

  @Field(() => Int, {
    description: 'The version of the order that you saw; a stale one is refused with CONFLICT.',
  })
  expectedVersion!: number;

  @Field(() => LineStageEnum, { description: 'One of `line.allowedMoves`.' })
  to!: LineStage;

  @Field(() => [UUID], { nullable: true, description: 'These lines, 1 to 100, all or none of them.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsOptional()
  lineIds?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Instead of lines: whatever of this course may go there. What belongs to none is of the first.',
  })
  @Min(1)
  @Max(9)
  @IsOptional()
  course?: number | null;

  move(): LinesMove {
    const { orderId, expectedVersion, to, lineIds, course } = this;
    const rest = { orderId, expectedVersion, to };
    if (lineIds && course == null) return { ...rest, lines: { ids: lineIds } };
    if (course != null && !lineIds) return { ...rest, lines: { course } };
    const message = 'Name the lines or their course.';
    throw new Refusal('BAD_USER_INPUT', message, { fields: [{ path: 'lineIds', message }] });
  }
}
