import { useTranslation } from 'react-i18next';
import type { PollTerms } from '../../../../src/voting/polls.contract.js';
import { usePick } from '../../ui/lang-text.js';

/** How options are called in the page's language, by id; ballots that name nobody else have a name too. */
export function useOptionName({ options }: Pick<PollTerms, 'options'>): (id: string) => string {
  const { t } = useTranslation();
  const pick = usePick();
  const texts = new Map(options.map(({ id, text }) => [id, pick(text)]));
  return (id) => (id === '' ? t('result.exhausted') : (texts.get(id) ?? id));
}
