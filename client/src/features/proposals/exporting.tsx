import './exporting.css';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { address } from '../../lib/api.js';
import { Section } from '../../ui/page.js';

/** What there is to be saved, and the files of the API. */
const FILES = {
  pdf: 'export.pdf',
  synopsis: 'synopsis.pdf',
  word: 'export.docx',
  data: 'export.json',
} as const;

/** The proposal with its amendments as files: links, so that the browser saves them as it saves all others. */
export default function Exporting({ proposal: { id, number } }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  const { lang } = useLang();
  return (
    <Section title={t('exporting.title')}>
      <ul className="export-files">
        {(Object.keys(FILES) as (keyof typeof FILES)[]).map((file) => (
          <li key={file}>
            <a
              className="button button-secondary"
              href={address(`/proposals/${id}/${FILES[file]}`, { lang })}
              download
              aria-describedby={`export-${file}`}
            >
              {t(`exporting.${file}`, { number })}
            </a>
            <span id={`export-${file}`} className="muted">
              {t(`exporting.${file}-hint`)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
