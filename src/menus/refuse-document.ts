import { Refusal } from '../errors.ts';

export interface DocumentFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** So many are told; a document with more is another one. */
const most = 1_000;

/** Says no to a menu document, with everything that is wrong with it. Throws BAD_USER_INPUT. */
export function refuseDocument(faults: readonly DocumentFault[]): never {
  const fields = faults
    .slice(0, most)
    .map(({ path, message }) => ({ path: ['document', ...path].join('.').slice(0, 200), message }));
  const detail = `The document has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}; nothing was changed.`;
  throw new Refusal('BAD_USER_INPUT', detail, { fields });
}
