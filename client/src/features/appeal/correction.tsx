import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealView } from '../../../../src/appeal/appeal.contract.js';
import { post } from '../../lib/api.js';
import { OF } from '../../lib/query-client.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/feedback.js';
import { LangText } from '../../ui/lang-text.js';
import { Section } from '../../ui/page.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { useAppeals } from './queries.js';

/** Says of an appeal that it corrects another, and why. */
export function CorrectionNotice({ appeal }: { readonly appeal: AppealView }) {
  const { t } = useTranslation();
  if (appeal.correction === null) return null;
  return (
    <Notice tone="waiting">
      <p>{t(appeal.state === 'published' ? 'correction.is-out' : 'correction.is-draft')}</p>
      <p>
        <bdi>{appeal.correction}</bdi>
      </p>
    </Notice>
  );
}

/** Begins the correction of what is published: the reason is asked for first, since everybody will read it. */
export function Correct({ appeal }: { readonly appeal: AppealView }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const correct = useMutation({
    mutationFn: (reason: string) =>
      post<AppealView>(`/appeals/${appeal.id}/correct`, { reason, version: appeal.version }),
    // The correction is the forum's latest appeal from now on, so that the list leads to it.
    onSuccess: () => client.invalidateQueries({ queryKey: ['appeal', OF] }),
  });
  if (!appeal.abilities.correct) return null;
  return (
    <Section title={t('correction.title')}>
      <p className="muted">{t('correction.text')}</p>
      <div className="actions">
        <Button look="secondary" onPress={() => setAsking(true)}>
          {t('correction.begin')}
        </Button>
      </div>
      {asking && (
        <ReasonDialog
          title={t('correction.sure')}
          text={t('correction.sure-text')}
          label={t('correction.reason')}
          action={t('correction.begin')}
          isPending={correct.isPending}
          error={correct.error}
          onClose={() => setAsking(false)}
          onReason={correct.mutate}
        />
      )}
    </Section>
  );
}

/** The appeals of the forum before the latest, so that none is lost from sight. */
export function Earlier({ slug, latest }: { readonly slug: string; readonly latest: string }) {
  const { t } = useTranslation();
  const appeals = useAppeals(slug);
  const earlier = (appeals.data ?? []).filter(({ id, page }) => id !== latest && page !== null);
  if (earlier.length === 0) return null;
  return (
    <Section title={t('correction.earlier')}>
      <ul className="rows link-list">
        {earlier.map(({ id, page, title, state }) => (
          <li key={id}>
            <a href={page ?? ''}>
              <LangText text={title} />
            </a>{' '}
            <span className="muted">{t(`appeal.state.${state}` as 'appeal.state.superseded')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
