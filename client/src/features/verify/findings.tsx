import { useTranslation } from 'react-i18next';
import { useLang } from '../../i18n/i18n.js';
import { Notice } from '../../ui/feedback.js';
import { Section } from '../../ui/page.js';
import type { Checked, Said } from './protocol.js';

/** What was found, the faults first; and whose key it is, which no check can know by itself. */
export function Findings({
  verdict,
  asked,
}: {
  readonly verdict: Checked['verdict'];
  readonly asked: boolean;
}) {
  const { t } = useTranslation();
  if (!verdict)
    return (
      <Notice tone="problem">
        <p>{t('verify.no-release')}</p>
      </Notice>
    );
  const { holds, faults, key, slug, kind } = verdict;
  const good = faults.length === 0;
  return (
    <Section
      title={kind === 'record' ? t('verify.of-record') : t('verify.of-release', { slug: slug ?? '?' })}
    >
      <Notice tone={good ? 'good' : 'problem'}>
        <p>
          <strong>{t(good ? 'verify.holds' : 'verify.holds-not')}</strong>
        </p>
      </Notice>
      <List title={t('verify.faults')} items={faults} mark="✗" />
      <List title={t('verify.found')} items={holds} mark="✓" />
      {key && !asked && (
        <Notice tone="waiting">
          <p>{t('verify.unknown-key')}</p>
          <p className="code" dir="ltr">
            {key.fingerprint}
          </p>
        </Notice>
      )}
    </Section>
  );
}

function List({
  title,
  items,
  mark,
}: {
  readonly title: string;
  readonly items: readonly Said[];
  readonly mark: string;
}) {
  const { lang } = useLang();
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="findings">
        {items.map((said) => (
          <li key={said.en}>
            <span aria-hidden="true">{mark}</span> <bdi>{said[lang]}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
