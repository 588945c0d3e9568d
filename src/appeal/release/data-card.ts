import { dayText } from '../../kernel/dates.js';
import { LANGS, type Lang } from '../../kernel/localized.js';
import { FATES } from '../appeal.contract.js';
import { DATA_CARD_WORDS } from './data-card.words.js';
import type { Documents } from './document.js';
import { LICENCE, LICENCE_URL, licenceText } from './licence.js';
import { RELEASE_WORDS } from './words/words.js';

/**
 * What whoever works with the data of a release has to know of it, in Markdown: what it is, of whom and when, how it
 * was collected, to what people agreed, and what it is not good for. After "Datasheets for Datasets"
 * (Gebru et al., CACM 64, 2021).
 */
export function dataCard({ appeal, bundle }: Documents, lang: Lang): string {
  const words = DATA_CARD_WORDS[lang];
  const { coverage, forum, publishedAt, compiler, polls, clauses, origin, slug } = appeal;
  const fates = FATES.map((fate) => `${RELEASE_WORDS[lang].fates[fate]} ${coverage.byFate[fate]}`).join(
    ' · ',
  );
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [words.what, [words.whatText(appeal.title[lang], clauses.length, coverage.total, polls.length), fates]],
    [
      words.who,
      [
        words.whoText(forum.title[lang], bundle.cities.length),
        bundle.cities.map(({ name }) => name[lang]).join(' · '),
      ],
    ],
    [
      words.when,
      [
        words.whenText(dayText(forum.startsOn, lang), dayText(forum.endsOn, lang), forum.place[lang]),
        publishedAt === null ? '' : RELEASE_WORDS[lang].published(dayText(publishedAt, lang)),
      ],
    ],
    [words.how, [words.howText(compiler ?? '')]],
    [words.consent, [words.consentText]],
    [words.licence, [`${LICENCE}, ${LICENCE_URL}`]],
    [words.limits, words.limitsText],
    [words.files, [words.filesText(`npx nidaa verify ${origin}/appeals/${slug}`)]],
    ...(forum.sample ? [[words.sample, [RELEASE_WORDS[lang].sample]] as const] : []),
  ];
  const body = sections.map(
    ([head, all]) => `## ${head}\n\n${all.filter(Boolean).map(asText).join('\n\n')}\n`,
  );
  return `# ${asText(appeal.title[lang])}: ${words.title}\n\n${body.join('\n')}`;
}

/** People's words in Markdown stay words: no markup, no line that begins a list or a heading. */
const asText = (text: string): string =>
  text.replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');

/** Data cards and licence texts, by their paths. */
export function paperFiles(documents: Documents): [string, Uint8Array][] {
  const encoder = new TextEncoder();
  return LANGS.flatMap((lang): [string, Uint8Array][] => [
    [`data-card.${lang}.md`, encoder.encode(dataCard(documents, lang))],
    [`LICENCE.${lang}.txt`, encoder.encode(licenceText(documents.appeal, lang))],
  ]);
}
