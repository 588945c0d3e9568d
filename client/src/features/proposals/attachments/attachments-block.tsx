import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import { Section } from '../../../ui/page.js';
import { AttachmentList } from './attachment-list.js';

/** The files of a proposal for who reads it. */
export default function AttachmentsBlock({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  return (
    <Section title={t('files.title')}>
      <AttachmentList proposal={proposal} />
    </Section>
  );
}
