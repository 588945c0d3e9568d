import './amending.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conflict } from '../../../../../src/proposals/amendments/amendments.contract.js';
import type { Paragraph } from '../../../../../src/text/rich-text.contract.js';
import { directionOf } from '../../../i18n/locale.js';
import { Differences } from '../../../ui/differences.js';
import { RichWords } from '../../../ui/rich-text.js';

/** A change whose words were changed by another: what it was written on, what stands there now, what it wants. */
export function ConflictCard(props: {
  readonly conflict: Conflict;
  readonly lang: string;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { conflict, lang, children } = props;
  const { change, now } = conflict;
  return (
    <div className="card conflict">
      <dl>
        <Part name={t('conflict.was')} lang={lang} paragraph={change.was} none={t('conflict.was-none')} />
        <dt>{t('conflict.now')}</dt>
        <dd lang={lang} dir={directionOf(lang)}>
          {now ? (
            <Differences before={change.was} after={now} side="after" />
          ) : (
            <Nothing>{t('conflict.now-none')}</Nothing>
          )}
        </dd>
        <dt>{t('conflict.wanted')}</dt>
        <dd lang={lang} dir={directionOf(lang)}>
          {change.now ? (
            <Differences before={change.was} after={change.now} side="after" />
          ) : (
            <Nothing>{t('conflict.wanted-none')}</Nothing>
          )}
        </dd>
      </dl>
      {children}
    </div>
  );
}

function Part(props: {
  readonly name: string;
  readonly lang: string;
  readonly paragraph: Paragraph | null;
  readonly none: string;
}) {
  const { name, lang, paragraph, none } = props;
  return (
    <>
      <dt>{name}</dt>
      <dd lang={lang} dir={directionOf(lang)}>
        {paragraph ? <RichWords html={paragraph.html} /> : <Nothing>{none}</Nothing>}
      </dd>
    </>
  );
}

/** In the language of the page, in the place of a text. */
const Nothing = ({ children }: { readonly children: string }) => (
  <em className="muted" lang={document.documentElement.lang} dir="auto">
    {children}
  </em>
);
