import './verify.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../ui/button.js';
import { Notice, Refusal } from '../../ui/feedback.js';
import { TextField } from '../../ui/field.js';
import { Page, Section } from '../../ui/page.js';
import { FilePicker } from './file-picker.js';
import { Findings } from './findings.js';
import { releaseOfSite } from './release-of-site.js';
import { useChecker } from './use-checker.js';

/** Checks a release, or the record of a vote, in the reader's own browser: nothing that is chosen leaves it. */
export default function VerifyPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const slug = search.get('release');
  const [key, setKey] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [fetching, setFetching] = useState(false);
  const { check, state, verdict } = useChecker();
  const trusted = key.trim() === '' ? null : key.trim();

  const takeFromSite = async (wanted: string) => {
    setFetching(true);
    setError(null);
    try {
      check({ ...(await releaseOfSite(wanted)), trusted });
    } catch (refusal) {
      setError(refusal);
    } finally {
      setFetching(false);
    }
  };

  return (
    <Page title={t('verify.title')}>
      <p>{t('verify.what')}</p>
      <p className="muted">{t('verify.local')}</p>
      <TextField
        label={t('verify.key')}
        hint={t('verify.key-hint')}
        value={key}
        onChange={setKey}
        isRequired={false}
        maxLength={200}
      />
      <Section title={t('verify.choose')}>
        <FilePicker
          isDisabled={state === 'checking'}
          onFiles={(given) => {
            setError(null);
            check({ given, trusted, published: null });
          }}
          onProblem={setError}
        />
        {slug && (
          <div className="actions">
            <Button isPending={fetching} onPress={() => void takeFromSite(slug)}>
              {t('verify.from-site')}
            </Button>
          </div>
        )}
        <Refusal error={error} />
      </Section>
      <div aria-live="polite" aria-busy={state === 'checking'}>
        {state === 'checking' && <p>{t('verify.checking')}</p>}
        {state === 'failed' && (
          <Notice tone="problem">
            <p>{t('verify.failed')}</p>
          </Notice>
        )}
        {state === 'checked' && <Findings verdict={verdict} asked={trusted !== null} />}
      </div>
    </Page>
  );
}
