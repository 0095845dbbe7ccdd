import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { limitRules, limits } from './limits.ts';

/** Documents that came over a socket: parsed, validated and limited as Apollo does it for HTTP, the last ones remembered. */
export interface Documents {
  /** The document and its operation, or why it may not run. */
  read(query: string, operationName: string | null | undefined): Readable | readonly GraphQLError[];
}

export interface Readable {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

export function openDocuments(schema: GraphQLSchema, introspection: boolean): Documents {
  const rules = [
    ...specifiedRules,
    ...limitRules,
    ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
  ];
  const known = new LRUCache<string, DocumentNode>({
    // A parsed document takes some 170 times the room of its text.
    max: 500,
    maxSize: 500_000,
    sizeCalculation: (_, query) => query.length + 1,
  });

  function readDocument(query: string): DocumentNode | readonly GraphQLError[] {
    const seen = known.get(query);
    if (seen) return seen;
    try {
      const document = parse(query, { maxTokens: limits.tokens });
      const faults = validate(schema, document, rules);
      if (faults.length > 0) return faults.map((fault) => coded(fault, 'GRAPHQL_VALIDATION_FAILED'));
      known.set(query, document);
      return document;
    } catch (error) {
      return [coded(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')];
    }
  }

  return {
    read(query, operationName) {
      const document = readDocument(query);
      if (!('kind' in document)) return document;
      const operation = getOperationAST(document, operationName);
      if (operation) return { document, operation };
      const which = new GraphQLError('The document does not have exactly this one operation.');
      return [coded(which, 'OPERATION_RESOLUTION_FAILURE')];
    },
  };
}

function coded({ message, nodes, source, positions, path }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { code } });
}
