import { registerEnumType } from 'type-graphql';
import { type EndReason, endReasons } from './end-reason.ts';

export const EndReasonEnum = Object.fromEntries(endReasons.map((one) => [one, one])) as {
  [R in EndReason]: R;
};

registerEnumType(EndReasonEnum, {
  name: 'EndReason',
  description: 'Why an order came to nothing.',
  valuesConfig: {
    SOLD_OUT: { description: 'Something in it has run out.' },
    TOO_BUSY: { description: 'The kitchen can not make it in time.' },
    CLOSING: { description: 'The restaurant or its kitchen closes.' },
    NOT_WANTED: { description: 'Whoever ordered it wants it no more.' },
    UNREACHABLE: { description: 'Nobody was there to take it.' },
    MISTAKE: { description: 'It should never have been placed.' },
    OTHER: { description: 'See the note.' },
  },
});
