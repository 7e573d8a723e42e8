import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** The standard rules find no fault with an operation of a kind that the schema lacks; it would fail when it is run. */
export function knownOperationsRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (context.getSchema().getRootType(operation.operation)) return;
      const message = `This desk has no ${operation.operation}s. Send a query instead.`;
      context.reportError(new GraphQLError(message, { nodes: operation }));
    },
  };
}
