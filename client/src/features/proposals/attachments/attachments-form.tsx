import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../../../../src/kernel/localized.js';
import {
  ATTACHMENT_ENDINGS,
  ATTACHMENT_LIMITS,
  type AttachmentView,
} from '../../../../../src/proposals/attachments/attachments.contract.js';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import { del } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { Button } from '../../../ui/button.js';
import { Confirm } from '../../../ui/confirm.js';
import { Section } from '../../../ui/page.js';
import { useToast } from '../../../ui/toast.js';
import { useShowProposal } from '../queries.js';
import { AttachmentList } from './attachment-list.js';
import { SendingList } from './sending-list.js';
import { sizeText } from './size-text.js';
import { useUploads } from './use-uploads.js';

const ACCEPT = ATTACHMENT_ENDINGS.map((ending) => `.${ending}`).join();

/** The files of a proposal for its authors: with a button for more, and one for each to take it away. */
export default function AttachmentsForm({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  const { locale } = useLang();
  const show = useShowProposal();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const part = useRef<HTMLDivElement>(null);
  const gone = useRef(false);
  const [leaving, setLeaving] = useState<AttachmentView | null>(null);
  const uploads = useUploads(proposal.id, (answer, file) => {
    show(answer);
    toast(t('files.added', { name: isolated(file.name) }));
  });
  // The button that asked is gone with its file: the focus goes to where that was.
  useEffect(() => {
    if (leaving || !gone.current) return;
    gone.current = false;
    part.current?.focus();
  }, [leaving]);
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    uploads.add([...(target.files ?? [])]);
    // The same file may be chosen again after a refusal.
    target.value = '';
  };
  const { files, bytes } = ATTACHMENT_LIMITS;
  const full = proposal.attachments.length >= files;
  return (
    <Section title={t('files.title')}>
      <div ref={part} tabIndex={-1} className="stack">
        {proposal.attachments.length > 0 && (
          <AttachmentList
            proposal={proposal}
            beside={(file) => (
              <Button
                look="quiet"
                aria-label={t('files.remove-named', { name: isolated(file.name) })}
                onPress={() => setLeaving(file)}
              >
                {t('files.remove')}
              </Button>
            )}
          />
        )}
        {uploads.list.length > 0 && <SendingList {...uploads} />}
        <p className="hint">
          {full ? t('files.full', { files }) : t('files.hint', { files, size: sizeText(bytes, locale) })}
        </p>
        <input ref={input} type="file" multiple accept={ACCEPT} hidden onChange={chosen} />
        <div className="actions">
          <Button isDisabled={full} onPress={() => input.current?.click()}>
            {t('files.add')}
          </Button>
        </div>
      </div>
      {leaving && (
        <Removal
          proposal={proposal}
          file={leaving}
          onClose={() => setLeaving(null)}
          onDone={() => {
            gone.current = true;
          }}
        />
      )}
    </Section>
  );
}

function Removal({
  proposal,
  file,
  onClose,
  onDone,
}: {
  readonly proposal: ProposalView;
  readonly file: AttachmentView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const show = useShowProposal();
  const toast = useToast();
  const remove = useWrite(
    () => del<ProposalView>(`/proposals/${proposal.id}/attachments/${file.id}`),
    ['proposal'],
    (answer) => {
      show(answer);
      toast(t('files.removed'));
      onClose();
      onDone();
    },
  );
  return (
    <Confirm
      isOpen
      title={t('files.remove-title')}
      action={t('files.remove')}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{t('files.remove-text', { name: isolated(file.name) })}</p>
    </Confirm>
  );
}
