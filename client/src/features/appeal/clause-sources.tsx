import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealView, ClauseView, SourceView } from '../../../../src/appeal/appeal.contract.js';
import { directionOf } from '../../i18n/locale.js';
import { del } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { Refusal } from '../../ui/feedback.js';
import { LangMark, LangText } from '../../ui/lang-text.js';
import { ContributionLink } from './contribution-link.js';
import { useEdit } from './queries.js';
import { SourceDialog } from './source-dialog.js';
import type { WorkshopPart } from './workshop.js';

interface ClauseSourcesProps extends WorkshopPart {
  readonly clause: ClauseView;
  readonly name: string;
  /** Shown at once, where it is the clause at hand. */
  readonly open?: boolean;
}

/** Where a clause comes from: the words it rests on, whose they are, and how many stand behind them. */
export function ClauseSources({ forum, appeal, clause, name, open = false }: ClauseSourcesProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const needy = clause.sources.length === 0 && !clause.editorial;
  const { score } = clause;
  return (
    <details className={`sources${needy ? ' sources-missing' : ''}`} open={open || undefined}>
      <summary>
        {clause.sources.length > 0
          ? t('sources.count', { count: clause.sources.length })
          : t(needy ? 'sources.missing' : 'sources.none')}
      </summary>
      <div className="stack">
        {score && (
          <p className="meta">
            <span>{t('sources.support', { count: score.support })}</span>
            <span>{t('sources.cities', { count: score.cities })}</span>
            {score.endorsingCities > 0 && (
              <span>{t('sources.endorsing-cities', { count: score.endorsingCities })}</span>
            )}
            {score.regions > 0 && <span>{t('sources.regions', { count: score.regions })}</span>}
            <span>{t('sources.languages', { count: score.languages })}</span>
          </p>
        )}
        <ul className="rows stack">
          {clause.sources.map((source) => (
            <Source key={source.id} slug={forum.slug} appeal={appeal} clause={clause} source={source} />
          ))}
        </ul>
        {appeal.abilities.edit && (
          <div className="actions">
            <Button aria-label={`${t('sources.add')}: ${name}`} onPress={() => setAdding(true)}>
              {t('sources.add')}
            </Button>
          </div>
        )}
      </div>
      {adding && (
        <SourceDialog forum={forum} appeal={appeal} clause={clause} onClose={() => setAdding(false)} />
      )}
    </details>
  );
}

function Source(props: {
  readonly slug: string;
  readonly appeal: AppealView;
  readonly clause: ClauseView;
  readonly source: SourceView;
}) {
  const { t } = useTranslation();
  const { appeal, clause, source } = props;
  const remove = useEdit(appeal.id, () =>
    del<AppealView>(`/appeals/${appeal.id}/clauses/${clause.id}/sources/${source.id}`),
  );
  return (
    <li className="source">
      <blockquote lang={source.lang} dir={directionOf(source.lang)}>
        {source.quote}
      </blockquote>
      <div className="split">
        <p className="meta">
          {source.cityName && (
            <strong>
              <LangText text={source.cityName} mark={false} />
            </strong>
          )}
          <ContributionLink slug={props.slug} {...source} />
          <span>{t(`source.use.${source.use}`)}</span>
          <LangMark lang={source.lang} />
        </p>
        {appeal.abilities.edit && (
          <Button
            look="quiet"
            isPending={remove.isPending}
            aria-label={`${t('sources.remove')}: ${source.quote.slice(0, 60)}`}
            onPress={() => remove.mutate()}
          >
            {t('sources.remove')}
          </Button>
        )}
      </div>
      {remove.error && <Refusal error={remove.error} />}
    </li>
  );
}
