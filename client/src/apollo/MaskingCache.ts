/**
 * A cache that wakes a query only for what the query can see. Behind masked fragments stand other components, which watch
 * their own fields; Apollo drops such a change as well, but only after reading, masking and comparing the whole result. In a
 * list of ten thousand rows that costs more than the frame in which one of them is drawn again.
 */
import type { OperationVariables } from '@apollo/client';
import { type Cache, InMemoryCache } from '@apollo/client/cache';
import { type DocumentNode, type FragmentSpreadNode, visit } from 'graphql';

const visibleParts = new WeakMap<DocumentNode, DocumentNode>();

const isUnmasked = ({ directives }: FragmentSpreadNode) =>
  directives?.some(({ name }) => name.value === 'unmask') ?? false;

/** The query without its masked fragments. */
function visiblePart(query: DocumentNode): DocumentNode {
  const known = visibleParts.get(query);
  if (known) return known;
  const part: DocumentNode = visit(query, { FragmentSpread: (spread) => (isUnmasked(spread) ? undefined : null) });
  visibleParts.set(query, part);
  return part;
}

export class MaskingCache extends InMemoryCache {
  /**
   * The watch of a query only tells it to look again, which it does with the whole document; that of a fragment has no
   * `watcher` and stays as it is. Apollo recognises its own writes by marks on `options`, so these cannot be a copy.
   */
  override watch<TData = unknown, TVariables extends OperationVariables = OperationVariables>(
    options: Cache.WatchOptions<TData, TVariables>,
  ): () => void {
    if (options.watcher) options.query = visiblePart(options.query);
    return super.watch(options);
  }
}
