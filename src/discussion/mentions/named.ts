import { maySeeParticipants } from '../../forum/forum.abilities.js';
import type { Standing } from '../../forum/forum-access.js';
import { isLang, type Lang } from '../../kernel/localized.js';
import { nameMentions } from './marks.js';
import type { NameOf } from './mentioned-names.js';

/** A stored body with names as this reader may read them: in the wished language, the reader's, or the body's own. */
export function named(
  { body, lang }: { readonly body: string; readonly lang: string },
  nameOf: NameOf,
  standing: Standing,
  wished?: Lang,
): string {
  const own = isLang(lang) ? lang : 'en';
  const as = {
    lang: wished ?? standing.reader.account?.locale ?? own,
    insider: maySeeParticipants(standing),
  };
  return nameMentions(body, (mention) => nameOf(mention, as));
}
