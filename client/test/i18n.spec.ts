import { CLAUSE_AMENDMENT_ERRORS } from '../../src/appeal/amendments/clause-amendments.contract.js';
import {
  APPEAL_ERRORS,
  APPEAL_STATES,
  CLAUSE_KINDS,
  CONTRIBUTION_KINDS,
  FATES,
  SOURCE_USES,
} from '../../src/appeal/appeal.contract.js';
import { DOCUMENT_ERRORS } from '../../src/appeal/document/document.contract.js';
import { LANGUAGE_ERRORS, LANGUAGE_STATES } from '../../src/appeal/languages/languages.contract.js';
import { ACTS, SIGNATURE_ERRORS } from '../../src/appeal/signatures/signatures.contract.js';
import { DISCUSSION_ERRORS } from '../../src/discussion/discussion.contract.js';
import { FORUM_ERRORS, PARTICIPANT_ROLES, TWINNING_KINDS } from '../../src/forum/forum.contract.js';
import { IDENTITY_ERRORS, SCOPES } from '../../src/identity/identity.contract.js';
import { PASSKEY_ERRORS } from '../../src/identity/passkeys/passkeys.contract.js';
import { KERNEL_ERRORS } from '../../src/kernel/errors.js';
import { PROGRAM_ERRORS, SESSION_KINDS, SESSION_STATES } from '../../src/program/program.contract.js';
import { AMENDMENT_ERRORS, AMENDMENT_STATES } from '../../src/proposals/amendments/amendments.contract.js';
import { ATTACHMENT_ERRORS } from '../../src/proposals/attachments/attachments.contract.js';
import { MERGE_FATES, MERGING_ERRORS } from '../../src/proposals/merging/merging.contract.js';
import { PROPOSAL_ERRORS, PROPOSAL_STATES } from '../../src/proposals/proposals.contract.js';
import { BASES, CHOICES, METHODS } from '../../src/voting/counting/counting.contract.js';
import { POLL_STATES, SECRECIES } from '../../src/voting/polls.contract.js';
import { PROXY_STATES } from '../../src/voting/proxies.contract.js';
import { VOTING_ERRORS } from '../../src/voting/voting.contract.js';
import ar from '../src/i18n/ar/index.js';
import en from '../src/i18n/en/index.js';
import fr from '../src/i18n/fr/index.js';
import { LOCALE } from '../src/i18n/locale.js';
import { CLIENT_ERRORS } from '../src/lib/api-error.js';

const LANGUAGES = { ar, fr, en } as Record<'ar' | 'fr' | 'en', Record<string, string>>;
const PLURAL = /_(zero|one|two|few|many|other)$/;
const bare = (texts: Record<string, string>) =>
  new Set(Object.keys(texts).map((key) => key.replace(PLURAL, '')));
const counted = (texts: Record<string, string>) =>
  new Set(
    Object.keys(texts)
      .filter((key) => PLURAL.test(key))
      .map((key) => key.replace(PLURAL, '')),
  );
const gaps = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1]).sort();

describe.each(Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])('the texts in %s', (lang) => {
  const texts = LANGUAGES[lang];

  it('have the keys of the French ones, no more and no fewer', () => {
    expect([...bare(texts)].sort()).toEqual([...bare(LANGUAGES.fr)].sort());
    expect([...counted(texts)].sort()).toEqual([...counted(LANGUAGES.fr)].sort());
  });

  it('have each plural form that the language has, and no other', () => {
    const forms = new Intl.PluralRules(LOCALE[lang]).resolvedOptions().pluralCategories.toSorted();
    expect(counted(texts).size).toBeGreaterThan(0);
    for (const key of counted(texts)) {
      const found = Object.keys(texts).filter(
        (each) => each.replace(PLURAL, '') === key && PLURAL.test(each),
      );
      expect([key, found.map((each) => PLURAL.exec(each)?.[1]).sort()]).toEqual([key, forms]);
    }
  });

  it('are never empty, and leave the same gaps to fill', () => {
    for (const [key, text] of Object.entries(texts)) {
      expect([key, text.trim()]).not.toEqual([key, '']);
      if (!PLURAL.test(key)) expect([key, gaps(text)]).toEqual([key, gaps(LANGUAGES.fr[key] as string)]);
    }
  });

  it('say every code of the contracts', () => {
    const tables = [
      KERNEL_ERRORS,
      IDENTITY_ERRORS,
      PASSKEY_ERRORS,
      FORUM_ERRORS,
      PROGRAM_ERRORS,
      DISCUSSION_ERRORS,
      PROPOSAL_ERRORS,
      AMENDMENT_ERRORS,
      MERGING_ERRORS,
      ATTACHMENT_ERRORS,
      VOTING_ERRORS,
      APPEAL_ERRORS,
      DOCUMENT_ERRORS,
      LANGUAGE_ERRORS,
      SIGNATURE_ERRORS,
      CLAUSE_AMENDMENT_ERRORS,
    ];
    const wanted = [
      ...tables.flatMap((table) => Object.keys(table)).map((code) => `error.${code}`),
      ...CLIENT_ERRORS.map((code) => `error.${code}`),
      ...PARTICIPANT_ROLES.map((role) => `role.${role}`),
      ...TWINNING_KINDS.map((kind) => `twinning.kind.${kind}`),
      ...SCOPES.map((scope) => `scope.${scope}`),
      ...['open', 'used', 'revoked', 'expired'].map((state) => `invitation.state.${state}`),
      ...SESSION_KINDS.map((kind) => `session.kind.${kind}`),
      ...SESSION_STATES.map((state) => `session.state.${state}`),
      ...PROPOSAL_STATES.map((state) => `proposal.state.${state}`),
      ...AMENDMENT_STATES.map((state) => `amendment.state.${state}`),
      ...MERGE_FATES.map((fate) => `merging.fate.${fate}`),
      ...POLL_STATES.map((state) => `poll.state.${state}`),
      ...PROXY_STATES.map((state) => `proxy.state.${state}`),
      ...CHOICES.map((choice) => `choice.${choice}`),
      ...METHODS.flatMap((method) => [`method.${method}`, `method-hint.${method}`]),
      ...SECRECIES.map((secrecy) => `secrecy.${secrecy}`),
      ...BASES.map((base) => `base.${base}`),
      ...ACTS.map((act) => `signing.act.${act}`),
      ...LANGUAGE_STATES.map((state) => `languages.state.${state}`),
      ...APPEAL_STATES.map((state) => `appeal.state.${state}`),
      ...CLAUSE_KINDS.map((kind) => `clause.kind.${kind}`),
      ...FATES.map((fate) => `fate.${fate}`),
      ...SOURCE_USES.map((use) => `source.use.${use}`),
      ...CONTRIBUTION_KINDS.map((kind) => `contribution.kind.${kind}`),
    ];
    expect(wanted.filter((key) => !(key in texts))).toEqual([]);
  });
});
