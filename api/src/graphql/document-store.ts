import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

const mostDocuments = 500;

/** A parsed document weighs some 85 bytes per character of its source, which it keeps too, comments included. */
const mostCharacters = 500_000;

/**
 * The documents that were parsed and found valid, so that one that comes again is neither parsed nor checked. Bounded
 * by the length of their sources: Apollo's own store weighs what a document means, so that strangers who send ever
 * other comments could fill the memory.
 */
export function createDocumentStore(): NonNullable<ApolloServerOptions<BaseContext>['documentStore']> {
  const documents = new LRUCache<string, DocumentNode>({
    max: mostDocuments,
    maxSize: mostCharacters,
    sizeCalculation: ({ loc }) => loc?.source.body.length ?? 1,
  });
  return {
    get: async (key) => documents.get(key),
    async set(key, document) {
      documents.set(key, document);
    },
    async delete(key) {
      documents.delete(key);
    },
  };
}
