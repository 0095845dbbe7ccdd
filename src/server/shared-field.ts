import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** A query for one field that is marked `shared`, with nothing beneath it that could tell who asks. */
export interface SharedField {
  /** What the field returns for these variables, by its own resolver; what that throws, it throws. */
  resolve(context: unknown, variables: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** Null: the operation is none. Fields that have a resolver of their own disqualify it, wherever in the document they are. */
export function sharedField(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): SharedField | null {
  const [node, ...more] = operation.selectionSet.selections;
  if (operation.operation !== 'query' || more.length > 0 || node?.kind !== Kind.FIELD) return null;
  const field = schema.getQueryType()?.getFields()[node.name.value];
  if (!field?.extensions['shared'] || !plainBeneath(schema, document)) return null;
  return {
    async resolve(context, variables) {
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
      const variableValues = coerced ?? {};
      const args = getArgumentValues(field, node, variableValues);
      return field.resolve?.(undefined, args, context, {
        ...infoOf(schema, field, node, operation),
        variableValues,
      });
    },
  };
}

function plainBeneath(schema: GraphQLSchema, document: DocumentNode): boolean {
  let plain = true;
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType();
        const resolves = Boolean(types.getFieldDef()?.resolve) && name.value !== '__typename';
        if (parent !== schema.getQueryType() && (resolves || !isObjectType(parent))) plain = false;
      },
    }),
  );
  return plain;
}

function infoOf(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  operation: OperationDefinitionNode,
) {
  const parentType = schema.getQueryType()!;
  return {
    fieldName: field.name,
    fieldNodes: [node],
    returnType: field.type,
    parentType,
    path: { prev: undefined, key: node.alias?.value ?? field.name, typename: parentType.name },
    schema,
    fragments: {},
    rootValue: undefined,
    operation,
  };
}
