import { Ajv, type ErrorObject } from 'ajv';
import type { MenuDocument } from './menu-document.ts';
import { menuDocumentSchema } from './menu-document-schema.ts';
import { refuseDocument } from './refuse-document.ts';

/** Every fault, not the first; a schema with a mistake of its own must not pass. It is compiled by the first document: most processes see none. */
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });

/** What was sent, once it has the shape of a menu: nothing else can be said of one that has not. Throws BAD_USER_INPUT with every fault of it. */
export function readDocument(given: unknown): MenuDocument {
  return ajv.validate<MenuDocument>(menuDocumentSchema, given)
    ? given
    : refuseDocument(ajv.errors!.map(faultOf));
}

function faultOf({ instancePath, keyword, params, message = 'does not fit' }: ErrorObject) {
  const within = instancePath.split('/').slice(1);
  if (keyword === 'required') return { path: [...within, params['missingProperty']], message: 'is wanted' };
  if (keyword === 'additionalProperties')
    return { path: [...within, params['additionalProperty']], message: 'is not known' };
  return { path: within, message };
}
