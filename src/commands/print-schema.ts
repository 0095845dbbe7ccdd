import { writeFileSync } from 'node:fs';
import { printSchema } from 'graphql';
import { buildSchema, type Services } from '../server/schema.ts';

/** Resolvers are only described here, never called: they get no services. */
writeFileSync('schema/schema.graphql', `${printSchema(buildSchema({} as Services))}\n`);
console.log('schema/schema.graphql is written.');
