import type { ClauseChange } from '../release.format.js';
import type { Words } from './words.js';

export const counted = (n: number, one: string, more: string): string => `${n} ${n < 2 ? one : more}`;

const CHANGES: Readonly<Record<ClauseChange['change'], (clause: string) => string>> = {
  added: (c) => `Clause ${c} : ajoutée`,
  changed: (c) => `Clause ${c} : modifiée`,
  removed: (c) => `Clause ${c} de la publication précédente : supprimée`,
};

export const FRENCH: Words = {
  name: 'français',
  languages: 'Langues',
  skip: 'Aller au texte',
  preamble: 'Préambule',
  otherMatters: 'Autres sujets',
  closing: 'Suites',
  published: (date) => `Publié le ${date}`,
  draft: 'Projet, pas encore publié',
  sample: 'Exemple : ce forum sert à essayer Nidaa, ses contributions sont inventées.',
  whence: (n) => `D’où cela vient : ${counted(n, 'source', 'sources')}`,
  more: (n) => `et ${counted(n, 'autre source', 'autres sources')}`,
  uses: { verbatim: 'repris mot pour mot', condensed: 'repris en abrégé', inspired: 'dit la même chose' },
  proposal: (n) => (n === null ? 'Proposition' : `Proposition ${n}`),
  post: (thread) => `Débat « ${thread} »`,
  support: (n) => counted(n, 'soutien', 'soutiens'),
  behind: ({ support, cities, regions, languages }) =>
    `${counted(support, 'soutien', 'soutiens')} (auteurs compris), ${counted(cities, 'ville', 'villes')}, ${regions ? `${counted(regions, 'région du monde', 'régions du monde')}, ` : ''}${counted(languages, 'langue', 'langues')} derrière cette clause.`,
  editorial: (reason) => `Clause de la rédaction : ${reason}`,
  form: 'Les phrases en italique relient ce qui a été dit : ce sont des formules, sans source.',
  untranslated: (language) => `Pas encore traduit, donné en ${language}`,
  permalink: (number) => `Lien vers la clause ${number}`,
  figures: 'Ce que sont devenues les contributions',
  contributions: (n) => counted(n, 'contribution', 'contributions'),
  fates: {
    retained: 'retenues',
    merged: 'réunies à d’autres',
    deferred: 'reportées',
    'not-retained': 'non retenues',
  },
  votes: 'Votes',
  vote: (number, adopted) => `${number} : ${adopted ? 'adoptée' : 'rejetée'}`,
  take: 'Télécharger et vérifier',
  pdf: 'PDF',
  json: 'Données (JSON)',
  zip: 'Publication scellée (zip)',
  sourcesCsv: 'Sources (CSV)',
  check: 'Pour vérifier les signatures, les sommes, les votes et les sources :',
  key: 'Empreinte de la clé :',
  superseded: 'Cette publication a été corrigée. Une correction l’a remplacée.',
  toCorrection: 'Lire la correction',
  correctionOf: 'Correction d’une publication précédente :',
  corrected: (what, clause) => CHANGES[what](clause),
  edited: 'Modifiée par la rédaction',
  written: 'Écrite par la rédaction',
  draftedAs: 'Au projet, cette clause se lisait ainsi :',
  missing: 'Cet appel n’existe pas',
  missingHint: 'L’adresse est fausse, ou l’appel n’est pas encore publié.',
};
