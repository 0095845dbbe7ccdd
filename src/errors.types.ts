import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type ErrorCode, errorCodes } from './errors.ts';

export const ErrorCodeEnum = Object.fromEntries(Object.keys(errorCodes).map((code) => [code, code])) as {
  [C in ErrorCode]: C;
};

registerEnumType(ErrorCodeEnum, {
  name: 'ErrorCode',
  description: 'What `extensions.code` of an error can be.',
  valuesConfig: Object.fromEntries(
    Object.entries(errorCodes).map(([code, [, meaning, advice]]) => [
      code,
      { description: `${meaning} ${advice}` },
    ]),
  ),
});

@ObjectType('ErrorCodeInfo', { description: 'One kind of error, as data.' })
export class ErrorCodeInfo {
  @Field(() => ErrorCodeEnum)
  code!: ErrorCode;

  @Field(() => Int, { description: 'The HTTP status it stands for.' })
  status!: number;

  @Field()
  meaning!: string;

  @Field({ description: 'What a client should do.' })
  advice!: string;
}
