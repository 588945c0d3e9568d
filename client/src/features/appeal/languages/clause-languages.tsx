import { useTranslation } from 'react-i18next';
import type {
  ClauseLanguages,
  LanguagesView,
  LanguageView,
} from '../../../../../src/appeal/languages/languages.contract.js';
import { isolated } from '../../../../../src/kernel/localized.js';
import { AUTONYM, directionOf, LANGS, type Lang } from '../../../i18n/locale.js';
import { del, post, put } from '../../../lib/api.js';
import { Button } from '../../../ui/button.js';
import { Refusal } from '../../../ui/feedback.js';
import { useShownFirst } from '../../../ui/shown-first.js';
import { useTimeText } from '../../../ui/time.js';
import { useLanguageEdit } from './queries.js';

interface CardProps {
  readonly appealId: string;
  readonly clause: ClauseLanguages;
  readonly abilities: LanguagesView['abilities'];
  /** The clause's number in the text, where it has one. */
  readonly number: number | null;
  /** It was asked for by its address, and is scrolled to. */
  readonly isAsked: boolean;
}

/** One clause in its three languages, the source first. */
export function ClauseLanguagesCard({ appealId, clause, abilities, number, isAsked }: CardProps) {
  const { t } = useTranslation();
  const heading = number === null ? t('languages.clause') : t('clauses.number', { number });
  // Several stand under the same heading: their first words tell the buttons of one from those of another.
  const words = (clause.languages[clause.source].text ?? '').slice(0, 40);
  const ordered = [clause.source, ...LANGS.filter((lang) => lang !== clause.source)];
  return (
    <li className="card" ref={useShownFirst(isAsked)}>
      <h3 className="clause-number">{heading}</h3>
      <div className="language-columns">
        {ordered.map((lang) => (
          <Column
            key={lang}
            path={`/appeals/${appealId}/clauses/${clause.clauseId}`}
            appealId={appealId}
            version={clause.version}
            lang={lang}
            isSource={lang === clause.source}
            view={clause.languages[lang]}
            abilities={abilities}
            name={`${heading}, ${AUTONYM[lang]}: ${isolated(words)}`}
          />
        ))}
      </div>
    </li>
  );
}

interface ColumnProps {
  readonly path: string;
  readonly appealId: string;
  readonly version: number;
  readonly lang: Lang;
  readonly isSource: boolean;
  readonly view: LanguageView;
  readonly abilities: LanguagesView['abilities'];
  /** What tells the buttons of one from those of another. */
  readonly name: string;
}

type Act = 'approve' | 'withdraw' | 'translate';

function Column({ path, appealId, version, lang, isSource, view, abilities, name }: ColumnProps) {
  const { t } = useTranslation();
  const act = useLanguageEdit(appealId, (which: Act): Promise<LanguagesView> => {
    if (which === 'approve') return put(`${path}/approvals/${lang}`, { version });
    if (which === 'withdraw') return del(`${path}/approvals/${lang}`);
    return post(`${path}/translations/${lang}`, { version });
  });
  const press = (which: Act, label: string) => (
    <Button
      look={which === 'approve' ? 'secondary' : 'quiet'}
      isPending={act.isPending && act.variables === which}
      aria-label={`${label}: ${name}`}
      onPress={() => act.mutate(which)}
    >
      {label}
    </Button>
  );
  return (
    <div className="language-column">
      <p className="meta">
        <span lang={lang}>{AUTONYM[lang]}</span>
        <span className={`badge badge-${TONES[view.state]}`}>{t(`languages.state.${view.state}`)}</span>
        {isSource && <span>{t('languages.source')}</span>}
      </p>
      {view.text ? (
        <p className="clause-words" lang={lang} dir={directionOf(lang)}>
          {view.text}
        </p>
      ) : (
        <p className="muted">{t('languages.no-text')}</p>
      )}
      <Remarks view={view} />
      {act.error && <Refusal error={act.error} />}
      <div className="actions">
        {abilities.approve &&
          (view.state === 'unapproved' || view.state === 'stale') &&
          press('approve', t('languages.approve'))}
        {abilities.approve && view.state === 'approved' && press('withdraw', t('languages.withdraw'))}
        {abilities.translate &&
          !isSource &&
          view.state !== 'approved' &&
          press('translate', t('languages.translate'))}
      </div>
    </div>
  );
}

const TONES = { missing: 'plain', unapproved: 'waiting', stale: 'bad', approved: 'good' } as const;

/** Who stands for the words, that they are a machine's, and where they leave the glossary. */
function Remarks({ view }: { readonly view: LanguageView }) {
  const { t } = useTranslation();
  const timeText = useTimeText();
  const { approvedBy, approvedAt, machine, departures, state } = view;
  return (
    <>
      {approvedBy !== null && approvedAt !== null && (
        <p className="meta">
          <span>
            {t(state === 'approved' ? 'languages.approved-by' : 'languages.was-approved-by', {
              name: isolated(approvedBy),
              date: timeText(approvedAt, 'date'),
            })}
          </span>
        </p>
      )}
      {machine && <p className="language-remark">{t('languages.machine')}</p>}
      {departures.map(({ term, expected }) => (
        <p key={term} className="language-remark">
          {t('languages.departs', { term: isolated(term), expected: isolated(expected) })}
        </p>
      ))}
    </>
  );
}
