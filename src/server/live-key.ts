import { type DocumentNode, getOperationAST, Kind, visit } from 'graphql';
import type { Viewer } from '../viewer.ts';
import type { Subscribing } from './live.ts';

/** Subscriptions of one key see the same, so each change is executed once for all of them. */
export function liveKey(
  { document, query, operationName, variableValues }: Subscribing,
  rights: Viewer,
): string {
  const place = placeVariable(document, operationName);
  const seen = Object.entries(variableValues ?? {})
    .filter(([name]) => name !== place)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([query, operationName ?? null, seen, rights]);
}

/** The variable that says where the screen begins, whatever its name. One that is used for anything else too tells screens apart. */
function placeVariable(document: DocumentNode, operationName: string | null | undefined): string | null {
  const [field] = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  const after =
    field?.kind === Kind.FIELD
      ? field.arguments?.find(({ name }) => name.value === 'after')?.value
      : undefined;
  if (after?.kind !== Kind.VARIABLE) return null;
  const place = after.name.value;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable({ name }) {
      if (name.value === place) uses += 1;
    },
  });
  return uses === 1 ? place : null;
}
