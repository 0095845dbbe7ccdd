import { registerEnumType } from 'type-graphql';
import { type Fulfilment, fulfilments } from './fulfilment.ts';

export const FulfilmentEnum = Object.fromEntries(fulfilments.map((one) => [one, one])) as {
  [F in Fulfilment]: F;
};

registerEnumType(FulfilmentEnum, {
  name: 'Fulfilment',
  description: 'How an order gets to who ordered it.',
  valuesConfig: {
    DINE_IN: { description: 'It is brought to the table.' },
    PICKUP: { description: 'It is called out by its number and name.' },
    DELIVERY: { description: 'It is brought to an address.' },
  },
});
