import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';

/** Keeps a page that broke, or whose file is gone after an upgrade, from taking the frame along. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useTranslation();
  return (
    <div className="blank" role="alert">
      <h1 className="blank-title">{t('state.broken')}</h1>
      <Button onPress={() => window.location.reload()}>{t('state.reload')}</Button>
    </div>
  );
}
