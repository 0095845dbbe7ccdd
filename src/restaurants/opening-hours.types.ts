import { ArrayMaxSize, Matches, ValidateBy, ValidateNested } from 'class-validator';
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type OpeningHours, type OpeningSpan, type Weekday, weekdays } from './opening-hours.ts';

export const WeekdayEnum = Object.fromEntries(weekdays.map((day) => [day, day])) as { [D in Weekday]: D };

registerEnumType(WeekdayEnum, { name: 'Weekday' });

const spanDescription =
  'By the clock on the wall. A `to` that is not after `from` is on the next day; both the same: a whole day.';
const timeRule = /^([01]\d|2[0-3]):[0-5]\d$/;
const timeMessage = { message: 'a time must be HH:MM, 00:00 to 23:59' };
const mostSpans = 4;

@ObjectType('OpeningSpan', { description: spanDescription, simpleResolvers: true })
export class OpeningSpanType implements OpeningSpan {
  @Field({ description: 'HH:MM' })
  from!: string;

  @Field({ description: 'HH:MM' })
  to!: string;
}

@ObjectType('OpeningDay', { simpleResolvers: true })
export class OpeningDayType {
  @Field(() => WeekdayEnum)
  day!: Weekday;

  @Field(() => [OpeningSpanType], { description: 'What begins on this day.' })
  spans!: readonly OpeningSpan[];
}

@ObjectType('OpeningException')
export class OpeningExceptionType {
  @Field({ description: 'yyyy-mm-dd' })
  date!: string;

  @Field(() => [OpeningSpanType], {
    description: 'What begins on this date instead of on its weekday; none: closed.',
  })
  spans!: readonly OpeningSpan[];
}

@ObjectType('OpeningHours', { description: "When guests are welcome, in the restaurant's time zone." })
export class OpeningHoursType implements OpeningHours {
  @Field(() => [OpeningDayType], { description: 'A day that is not listed is closed.' })
  weekly!: OpeningHours['weekly'];

  @Field(() => [OpeningExceptionType])
  exceptions!: OpeningHours['exceptions'];
}

@ObjectType('Opening', {
  description: 'What the hours say of this moment; whether it accepts orders is another question.',
})
export class OpeningType {
  @Field()
  open!: boolean;

  @Field(() => Date, { nullable: true, description: 'When that changes. Null: not within a year, if ever.' })
  until!: Date | null;
}

@ObjectType('Pause', { description: 'Why and until when a restaurant accepts no orders.' })
export class PauseType {
  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => Date, { nullable: true, description: 'Null: until somebody ends it.' })
  until!: Date | null;
}

@InputType({ description: spanDescription })
export class OpeningSpanInput implements OpeningSpan {
  @Field({ description: 'HH:MM' })
  @Matches(timeRule, timeMessage)
  from!: string;

  @Field({ description: 'HH:MM' })
  @Matches(timeRule, timeMessage)
  to!: string;
}

@InputType()
export class OpeningDayInput {
  @Field(() => WeekdayEnum)
  day!: Weekday;

  @Field(() => [OpeningSpanInput], { description: 'Up to 4, none while another goes on.' })
  @ArrayMaxSize(mostSpans)
  @ValidateNested({ each: true })
  spans!: OpeningSpanInput[];
}

@InputType()
export class OpeningExceptionInput {
  @Field({ description: 'yyyy-mm-dd, of this millennium.' })
  @ValidateBy({
    name: 'isDay',
    validator: { validate: isDay, defaultMessage: () => 'date must be a day of the calendar, yyyy-mm-dd' },
  })
  date!: string;

  @Field(() => [OpeningSpanInput], { description: 'Up to 4, none while another goes on. Empty: closed.' })
  @ArrayMaxSize(mostSpans)
  @ValidateNested({ each: true })
  spans!: OpeningSpanInput[];
}

@InputType()
export class OpeningHoursInput implements OpeningHours {
  @Field(() => [OpeningDayInput], {
    description: 'Each weekday at most once; one that is left out is closed.',
  })
  @ArrayMaxSize(weekdays.length)
  @ValidateNested({ each: true })
  weekly!: OpeningDayInput[];

  @Field(() => [OpeningExceptionInput], { defaultValue: [], description: 'Up to 366, each date once.' })
  @ArrayMaxSize(366)
  @ValidateNested({ each: true })
  exceptions!: OpeningExceptionInput[];

  /** As it is kept: of the same shape, whatever client wrote it. */
  hours(): OpeningHours {
    const plain = (spans: readonly OpeningSpan[]) => spans.map(({ from, to }) => ({ from, to }));
    return {
      weekly: this.weekly.map(({ day, spans }) => ({ day, spans: plain(spans) })),
      exceptions: this.exceptions.map(({ date, spans }) => ({ date, spans: plain(spans) })),
    };
  }
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^2\d{3}-\d\d-\d\d$/.test(value)) return false;
  try {
    Temporal.PlainDate.from(value);
    return true;
  } catch {
    return false;
  }
}
