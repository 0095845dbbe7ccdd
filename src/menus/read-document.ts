import { Ajv, type ErrorObject } from 'ajv';
import { documentFaults } from './document-faults.ts';
import type { MenuDocument } from './menu-document.ts';
import { menuDocumentSchema } from './menu-document-schema.ts';
import { refuseDocument } from './refuse-document.ts';

/** Every fault, not the first; a schema with a mistake of its own must not pass. It is compiled by the first document: most processes see none. */
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });

/** What was sent as a menu. Throws BAD_USER_INPUT with everything that is wrong with it. */
export function readDocument(given: unknown): MenuDocument {
  if (!ajv.validate<MenuDocument>(menuDocumentSchema, given)) return refuseDocument(ajv.errors!.map(faultOf));
  const faults = documentFaults(given);
  return faults.length > 0 ? refuseDocument(faults) : given;
}

function faultOf({ instancePath, keyword, params, message = 'does not fit' }: ErrorObject) {
  const within = instancePath.split('/').slice(1);
  if (keyword === 'required') return { path: [...within, params['missingProperty']], message: 'is wanted' };
  if (keyword === 'additionalProperties')
    return { path: [...within, params['additionalProperty']], message: 'is not known' };
  return { path: within, message };
}
