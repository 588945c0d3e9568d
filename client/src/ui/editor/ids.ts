import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { newLocalId } from './local-ids.js';

/** Ids that the server gave, by those that it replaces; kept, since an undo may bring an old one back. */
type Given = ReadonlyMap<string, string>;
const key = new PluginKey<Given>('ids');

/**
 * Sees to it that each paragraph has an id of its own, whatever happened to the document: of those that have the same
 * one, as after a split, the first that holds something keeps it.
 */
export function ownIds(): Plugin<Given> {
  return new Plugin<Given>({
    key,
    state: {
      init: () => new Map(),
      apply: (transaction, given) => {
        const more: Given | undefined = transaction.getMeta(key);
        return more ? new Map([...given, ...more]) : given;
      },
    },
    appendTransaction: (transactions, _, state) => {
      if (!transactions.some((each) => each.docChanged || each.getMeta(key))) return null;
      const { tr, doc } = state;
      const wanted = idsWanted(doc.children, key.getState(state) as Given);
      doc.forEach((block, offset, at) => {
        if (block.attrs.id !== wanted[at]) tr.setNodeAttribute(offset, 'id', wanted[at]);
      });
      return tr.docChanged ? tr : null;
    },
  });
}

/** Takes over what the server gave. Neither the caret nor what can be undone changes. */
export function takeOver(transaction: Transaction, given: Given): Transaction {
  return transaction.setMeta(key, given).setMeta('addToHistory', false);
}

function idsWanted(blocks: readonly Node[], given: Given): string[] {
  const ids = blocks.map(({ attrs }) => given.get(attrs.id) ?? (attrs.id as string));
  const owners = new Map<string, number>();
  for (const [at, id] of ids.entries()) {
    const before = owners.get(id);
    if (before === undefined || (isBlank(blocks[before]) && !isBlank(blocks[at]))) owners.set(id, at);
  }
  return ids.map((id, at) => (id && owners.get(id) === at ? id : newLocalId()));
}

const isBlank = (block: Node | undefined): boolean => block?.content.size === 0;
