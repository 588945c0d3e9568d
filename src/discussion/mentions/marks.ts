/** Who is mentioned: a participant, or a delegation as a whole. */
export interface Mention {
  readonly kind: 'participant' | 'delegation';
  readonly id: string;
}

/** The attribute of a `span` that mentions somebody, and what it holds: kind, colon, id. */
export const MENTION = {
  attribute: 'data-mention',
  pattern: /^(?:participant|delegation):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
} as const;

const SPANS = /<span(?: data-mention="(participant|delegation):([0-9a-f-]{36})")?>|<\/span>/g;
const MARKS = /<span data-mention="(participant|delegation):([0-9a-f-]{36})"><\/span>/g;

export const keyOf = ({ kind, id }: Mention): string => `${kind}:${id}`;
const markOf = (mention: Mention): string => `<span ${MENTION.attribute}="${keyOf(mention)}"></span>`;

/**
 * Clean HTML with each mention as an empty mark: what stood in it was a name as its writer saw it. Of spans that are
 * none the words stay. Answers who is mentioned as well, each once, in the order of the text.
 */
export function markMentions(html: string): { readonly body: string; readonly mentions: readonly Mention[] } {
  const mentions = new Map<string, Mention>();
  const open: boolean[] = [];
  let body = '';
  let from = 0;
  for (const { 0: tag, 1: kind, 2: id = '', index } of html.matchAll(SPANS)) {
    if (!open.includes(true)) body += html.slice(from, index);
    from = index + tag.length;
    if (tag === '</span>') open.pop();
    else {
      const mention = { kind: kind as Mention['kind'], id };
      if (kind && !open.includes(true)) {
        mentions.set(keyOf(mention), mention);
        body += markOf(mention);
      }
      open.push(kind !== undefined);
    }
  }
  return { body: open.includes(true) ? body : body + html.slice(from), mentions: [...mentions.values()] };
}

/** Who is mentioned in a stored body. */
export function mentionsIn(body: string): readonly Mention[] {
  return [...body.matchAll(MARKS)].map(([, kind, id]) => ({
    kind: kind as Mention['kind'],
    id: id as string,
  }));
}

/** A stored body with a name in each mark, behind an @. */
export function nameMentions(body: string, nameOf: (mention: Mention) => string): string {
  return body.replace(MARKS, (_, kind: Mention['kind'], id: string) => {
    const mention = { kind, id };
    return markOf(mention).replace('></', () => `>@${escaped(nameOf(mention))}</`);
  });
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] as string);
