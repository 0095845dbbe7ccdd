import {
  type ASTVisitor,
  type DocumentNode,
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
  visit,
} from 'graphql';

type Maybe<T> = T | null | undefined;

/** What a document may ask for at most. The same on both doors. */
export const limits = {
  /** Counted by graphql-js while parsing, so that a longer document costs nothing more. */
  tokens: 2_000,
  /** As many tokens, laid out, need some 22,000. Longer texts belong into variables: those in a document are printed for every pair of namesakes. */
  characters: 30_000,
  /** As deep as the introspection query that clients and explorers send. */
  depth: 15,
  aliases: 30,
  directives: 30,
  /** Fields of one response name, wherever they stand: validation compares each with all the others. */
  namesakes: 100,
  /** Root fields of a mutation: each is work of its own, to sign in a password's hash. */
  mutations: 10,
  /** Fields asked for, those in a list counted five times. Variables are not known yet, so page sizes do not count. */
  cost: 20_000,
} as const;

/** Validation rules for Apollo and for the socket: after parsing, before anything is executed. */
export const limitRules: readonly ValidationRule[] = [limitCounts, limitWeight];

/** What is counted is counted before another rule looks: some need time that grows with the square of it. */
function limitCounts(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const counts = Object.entries(countsIn(context, document)) as [Counted, number][];
      const fits = counts.map(([what, count]) => keepTo(context, what, count)).every(Boolean);
      // Null takes the document away from every rule, so nothing more is visited.
      return fits ? undefined : null;
    },
  };
}

type Counted = Exclude<keyof typeof limits, 'tokens' | 'depth' | 'cost'>;

function countsIn(context: ValidationContext, document: DocumentNode): Record<Counted, number> {
  const counts = {
    characters: document.loc?.end ?? 0,
    aliases: 0,
    directives: 0,
    namesakes: 0,
    mutations: 0,
  };
  const named = new Map<string, number>();
  visit(document, {
    OperationDefinition({ operation, selectionSet }) {
      if (operation !== 'mutation') return;
      counts.mutations = Math.max(counts.mutations, rootNames(context, selectionSet).size);
    },
    Field(field) {
      if (field.alias) counts.aliases += 1;
      const name = responseName(field);
      const namesakes = (named.get(name) ?? 0) + 1;
      named.set(name, namesakes);
      counts.namesakes = Math.max(counts.namesakes, namesakes);
    },
    Directive() {
      counts.directives += 1;
    },
  });
  return counts;
}

/** Fields of one response name run once, and so does a fragment, however often it is spread. */
function rootNames(
  context: ValidationContext,
  { selections }: SelectionSetNode,
  names = new Set<string>(),
  spread = new Set<string>(),
): Set<string> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) names.add(responseName(selection));
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      rootNames(context, selection.selectionSet, names, spread);
    else if (!spread.has(selection.name.value)) {
      spread.add(selection.name.value);
      const fragment = context.getFragment(selection.name.value);
      if (fragment) rootNames(context, fragment.selectionSet, names, spread);
    }
  }
  return names;
}

function responseName({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function limitWeight(context: ValidationContext): ASTVisitor {
  const known = new Map<string, Weight>();
  return {
    OperationDefinition({ operation, selectionSet }) {
      const root = context.getSchema().getRootType(operation);
      const { depth, cost } = weigh(context, selectionSet, root, known);
      keepTo(context, 'depth', depth);
      keepTo(context, 'cost', cost);
    },
  };
}

function keepTo(
  context: ValidationContext,
  what: Exclude<keyof typeof limits, 'tokens'>,
  count: number,
): boolean {
  if (count <= limits[what]) return true;
  const message = `The document exceeds the limit of ${what}: ${count}, where ${limits[what]} are allowed.`;
  context.reportError(new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }));
  return false;
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
