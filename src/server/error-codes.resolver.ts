import { Query, Resolver } from 'type-graphql';
import { type ErrorCode, errorCodes } from '../errors.ts';
import { ErrorCodeInfo } from '../errors.types.ts';

@Resolver()
export class ErrorCodesResolver {
  @Query(() => [ErrorCodeInfo], {
    description: 'Every error there is and what to do about it, for everybody.',
  })
  errorCodes(): ErrorCodeInfo[] {
    return Object.entries(errorCodes).map(([code, [status, meaning, advice]]) => ({
      code: code as ErrorCode,
      status,
      meaning,
      advice,
    }));
  }
}
