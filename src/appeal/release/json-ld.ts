import { LANGS, type Localized } from '../../kernel/localized.js';
import { LICENCE_URL } from './licence.js';
import type { AppealDocument } from './release.format.js';

/** What a release is to search engines and catalogues: schema.org's Legislation, with the terms of ELI beside them. */
export function jsonLd({
  slug,
  title,
  forum,
  origin,
  publishedAt,
  clauses,
  supersedes,
}: AppealDocument): object {
  const page = `${origin}/appeals/${slug}`;
  return {
    '@context': { '@vocab': 'https://schema.org/', eli: 'http://data.europa.eu/eli/ontology#' },
    '@id': page,
    '@type': ['Legislation', 'eli:LegalResource'],
    name: spoken(title),
    legislationIdentifier: slug,
    'eli:id_local': slug,
    datePublished: publishedAt,
    'eli:date_publication': publishedAt?.slice(0, 10),
    inLanguage: LANGS,
    license: LICENCE_URL,
    isAccessibleForFree: true,
    publisher: { '@type': 'Organization', name: spoken(forum.title), url: `${origin}/f/${forum.slug}` },
    locationCreated: { '@type': 'Place', name: spoken(forum.place) },
    ...(supersedes && { legislationRepeals: { '@id': `${origin}/appeals/${supersedes.slug}` } }),
    encoding: LANGS.flatMap((lang) => [
      encoded(`${page}?lang=${lang}`, 'text/html', lang),
      encoded(`${page}/release/appeal.${lang}.pdf`, 'application/pdf', lang),
      encoded(`${page}/release/appeal.${lang}.akn.xml`, 'application/akn+xml', lang),
    ]),
    hasPart: clauses.map(({ anchor, number, texts, sources }) => ({
      '@type': ['Legislation', 'eli:LegalResourceSubdivision'],
      '@id': `${page}#${anchor}`,
      ...(number !== null && { position: number }),
      text: Object.entries(texts).map(([lang, text]) => ({ '@value': text, '@language': lang })),
      isBasedOn: [
        ...new Set(sources.map(({ contribution }) => `urn:nidaa:${contribution.kind}:${contribution.id}`)),
      ],
    })),
  };
}

const spoken = (text: Localized) => LANGS.map((lang) => ({ '@value': text[lang], '@language': lang }));

const encoded = (contentUrl: string, encodingFormat: string, inLanguage: string) => ({
  '@type': ['LegislationObject', 'eli:Format'],
  ...{ contentUrl, encodingFormat, inLanguage },
});
