import { writeFileSync } from 'node:fs';
import { printSchema } from 'graphql';
import { menuDocumentSchema } from '../menus/menu-document-schema.ts';
import { buildSchema, type Services } from '../server/schema.ts';

/** Resolvers are only described here, never called: they get no services. */
writeFileSync('schema/schema.graphql', `${printSchema(buildSchema({} as Services))}\n`);
writeFileSync('schema/menu-document.schema.json', `${JSON.stringify(menuDocumentSchema, null, 2)}\n`);
console.log('schema/schema.graphql and schema/menu-document.schema.json are written.');
