import { useTranslation } from 'react-i18next';

/** The reasons that a compile gives are codes; those that people give are their own words. */
export function useReasonText(): (reason: string) => string {
  const { t, i18n } = useTranslation();
  return (reason) => {
    const key = `fate-reason.${reason}`;
    return i18n.exists(key) ? t(key as 'fate-reason.words-a-clause') : reason;
  };
}
