import { registerEnumType } from 'type-graphql';
import { type ParsingMode, parsingModes } from './parsing-mode.ts';

export const ParsingModeEnum = Object.fromEntries(parsingModes.map((mode) => [mode, mode])) as {
  [M in ParsingMode]: M;
};

registerEnumType(ParsingModeEnum, {
  name: 'ParsingMode',
  description:
    "Who reads what guests order in their own words. Where this server asks no language model, and whenever the model gives no usable answer, that is IN_PROCESS. A model is sent the guest's text and names of the menu, and nothing else.",
  valuesConfig: {
    IN_PROCESS: { description: 'Rules in this server alone: nothing leaves it.' },
    MODEL: { description: 'A language model reads every order, by one request for each.' },
    BOTH: { description: 'Rules first; a language model only what they left over, by one request for each.' },
  },
});
