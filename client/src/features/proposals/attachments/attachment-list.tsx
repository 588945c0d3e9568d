import './attachments.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentView } from '../../../../../src/proposals/attachments/attachments.contract.js';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import { address } from '../../../lib/api.js';
import { Author } from '../../../ui/author.js';
import { CopyButton } from '../../../ui/copy-button.js';
import { Time } from '../../../ui/time.js';
import { sizeText } from './size-text.js';

/** The files of a proposal as links that save them. `beside` is what else one may do with each. */
export function AttachmentList({
  proposal: { id, attachments },
  beside,
}: {
  readonly proposal: Pick<ProposalView, 'id' | 'attachments'>;
  readonly beside?: (file: AttachmentView) => ReactNode;
}) {
  const { t } = useTranslation();
  const { locale } = useLang();
  return (
    <ul className="rows cards attachments">
      {attachments.map((file) => (
        <li key={file.id} className="attachment">
          <div className="attachment-head">
            <a href={address(`/proposals/${id}/attachments/${file.id}`)} download={file.name}>
              <bdi>{file.name}</bdi>
            </a>
            {beside?.(file)}
          </div>
          <p className="hint attachment-about">
            <span>{sizeText(file.size, locale)}</span>
            <Author author={file.by} />
            <Time at={file.at} />
          </p>
          <details className="attachment-sum">
            <summary>{t('files.sum')}</summary>
            <div>
              <code dir="ltr">{file.sha256}</code>
              <CopyButton text={file.sha256} name={file.name} />
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
