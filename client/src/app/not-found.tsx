import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button.js';
import { Empty } from '../ui/feedback.js';
import { Page } from '../ui/page.js';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('state.missing')}>
      <Empty title={t('state.missing-hint')} action={<ButtonLink to="/">{t('app.home')}</ButtonLink>} />
    </Page>
  );
}
