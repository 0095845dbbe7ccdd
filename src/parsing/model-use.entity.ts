import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'ModelUseOfHour',
  tableName: 'model_use',
  properties: {
    restaurantId: p.uuid().primary(),
    hour: p.datetime().primary().index('model_use_hour'),
    model: p.text().primary(),
    /** `answered`, or what was wrong. */
    outcome: p.text().primary(),
    /** Texts of guests that it was asked about. */
    calls: p.integer(),
    /** With those that were repeated. */
    requests: p.integer(),
    ms: p.bigint('number'),
    tokensIn: p.bigint('number'),
    tokensOut: p.bigint('number'),
  },
});

/** What a language model was asked for a restaurant in one hour, with one outcome: numbers, never what was said. */
export class ModelUseOfHour extends schema.class {}

schema.setClass(ModelUseOfHour);
