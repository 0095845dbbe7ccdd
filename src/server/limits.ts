import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

type Maybe<T> = T | null | undefined;

/** What a document may ask for at most. The same on both doors. */
export const limits = {
  /** Counted by graphql-js while parsing, so that a longer document costs nothing more. */
  tokens: 2_000,
  /** As deep as the introspection query that clients and explorers send. */
  depth: 15,
  aliases: 30,
  directives: 30,
  /** Fields asked for, those in a list counted five times. Variables are not known yet, so page sizes do not count. */
  cost: 20_000,
} as const;

/** Validation rules for Apollo and for the socket: after parsing, before anything is executed. */
export const limitRules: readonly ValidationRule[] = [limitCounts, limitWeight];

function limitCounts(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  let directives = 0;
  return {
    Field(node) {
      if (node.alias) aliases += 1;
    },
    Directive() {
      directives += 1;
    },
    Document: {
      leave() {
        assertAtMost(context, 'aliases', aliases);
        assertAtMost(context, 'directives', directives);
      },
    },
  };
}

function limitWeight(context: ValidationContext): ASTVisitor {
  const known = new Map<string, Weight>();
  return {
    OperationDefinition({ operation, selectionSet }) {
      const root = context.getSchema().getRootType(operation);
      const { depth, cost } = weigh(context, selectionSet, root, known);
      assertAtMost(context, 'depth', depth);
      assertAtMost(context, 'cost', cost);
    },
  };
}

function assertAtMost(
  context: ValidationContext,
  what: Exclude<keyof typeof limits, 'tokens'>,
  count: number,
): void {
  if (count <= limits[what]) return;
  const message = `The document exceeds the limit of ${what}: ${count}, where ${limits[what]} are allowed.`;
  context.reportError(new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }));
}

interface Weight {
  readonly depth: number;
  readonly cost: number;
}

const weightless: Weight = { depth: 0, cost: 0 };

function weigh(
  context: ValidationContext,
  set: SelectionSetNode,
  type: Maybe<GraphQLOutputType>,
  known: Map<string, Weight>,
): Weight {
  const weights = set.selections.map((selection) => {
    if (selection.kind === Kind.FIELD) return weighField(context, selection, type, known);
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return weighFragment(context, context.getFragment(selection.name.value), known);
    const condition = selection.typeCondition?.name.value;
    const inner = condition ? (context.getSchema().getType(condition) as GraphQLOutputType) : type;
    return weigh(context, selection.selectionSet, inner, known);
  });
  return {
    depth: Math.max(0, ...weights.map(({ depth }) => depth)),
    cost: weights.reduce((sum, { cost }) => sum + cost, 0),
  };
}

function weighField(
  context: ValidationContext,
  node: FieldNode,
  parent: Maybe<GraphQLOutputType>,
  known: Map<string, Weight>,
): Weight {
  const type = typeOf(node.name.value, parent);
  const inner = node.selectionSet
    ? weigh(context, node.selectionSet, type && getNamedType(type), known)
    : weightless;
  const times = type && isListType(getNullableType(type)) ? 5 : 1;
  return { depth: 1 + inner.depth, cost: 1 + inner.cost * times };
}

function typeOf(name: string, parent: Maybe<GraphQLOutputType>): GraphQLOutputType | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef.type;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef.type;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name]?.type : undefined;
}

/** Each fragment is weighed once; one that spreads itself is another rule's complaint and weighs nothing here. */
function weighFragment(
  context: ValidationContext,
  fragment: Maybe<FragmentDefinitionNode>,
  known: Map<string, Weight>,
): Weight {
  if (!fragment) return weightless;
  const name = fragment.name.value;
  const weight = known.get(name);
  if (weight) return weight;
  known.set(name, weightless);
  const type = context.getSchema().getType(fragment.typeCondition.name.value) as GraphQLOutputType;
  const weighed = weigh(context, fragment.selectionSet, type, known);
  known.set(name, weighed);
  return weighed;
}
