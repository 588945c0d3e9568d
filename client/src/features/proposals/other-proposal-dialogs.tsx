import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ProposalReference,
  ProposalState,
  ProposalView,
} from '../../../../src/proposals/proposals.contract.js';
import { post } from '../../lib/api.js';
import { useWrite } from '../../lib/use-write.js';
import { Button } from '../../ui/button.js';
import { RadioGroup } from '../../ui/choice.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea, TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { Written } from '../../ui/lang-text.js';
import { useToast } from '../../ui/toast.js';
import type { AskProps } from './ask-dialogs.js';
import { useMoveProposal } from './move-proposal.js';
import { useProposals, useShowProposal } from './queries.js';
import { useSimilar } from './similar.js';

type Ask = AskProps & { readonly slug: string };

/** What it makes sense to offer; the server decides. */
const INTO: readonly ProposalState[] = ['admitted', 'debated', 'scheduled'];

/** Merges the proposal into another one, which stays. Both texts are kept. */
export function MergeDialog({ slug, proposal, onClose }: Ask) {
  const { t } = useTranslation();
  const [intoId, setIntoId] = useState('');
  const [reason, setReason] = useState('');
  const act = useMoveProposal(proposal, onClose);
  const problem = useFieldProblems(act.error);
  return (
    <Dialog title={t('handling.merge-title')} isOpen onClose={onClose}>
      <p>{t('handling.merge-text')}</p>
      <Form
        submit={t('handling.merge')}
        isPending={act.isPending}
        error={act.error}
        isDisabled={!intoId || !reason.trim()}
        onSubmit={() => act.mutate({ move: 'merge', intoId, reason: reason.trim() })}
        actions={<Cancel onClose={onClose} />}
      >
        <OtherProposal
          slug={slug}
          proposal={proposal}
          label={t('handling.merge-into')}
          value={intoId}
          onChange={setIntoId}
          fits={({ state }) => INTO.includes(state)}
        />
        <TextArea
          label={t('handling.reason')}
          rows={3}
          value={reason}
          onChange={setReason}
          problem={problem('reason')}
          maxLength={1000}
        />
      </Form>
    </Dialog>
  );
}

/** Names another proposal on this one's page, and this one on the other's. */
export function LinkDialog({ slug, proposal, onClose }: Ask) {
  const { t } = useTranslation();
  const toast = useToast();
  const show = useShowProposal();
  const [otherId, setOtherId] = useState('');
  const link = useWrite(
    () => post<ProposalView>(`/proposals/${proposal.id}/links`, { otherId }),
    ['proposal'],
    (linked) => {
      show(linked);
      toast(t('handling.done-link'));
      onClose();
    },
  );
  const linked = new Set(proposal.linked.map(({ id }) => id));
  return (
    <Dialog title={t('handling.link-title')} isOpen onClose={onClose}>
      <Form
        submit={t('handling.link')}
        isPending={link.isPending}
        error={link.error}
        isDisabled={!otherId}
        onSubmit={() => link.mutate()}
        actions={<Cancel onClose={onClose} />}
      >
        <OtherProposal
          slug={slug}
          proposal={proposal}
          label={t('handling.link-with')}
          value={otherId}
          onChange={setOtherId}
          fits={({ id, state }) => !linked.has(id) && state !== 'submitted' && state !== 'draft'}
        />
      </Form>
    </Dialog>
  );
}

function Cancel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Button look="quiet" onPress={onClose}>
      {t('do.cancel')}
    </Button>
  );
}

const SHOWN = 6;

/** Finds another proposal: similar ones first, others by words. */
function OtherProposal(props: {
  readonly slug: string;
  readonly proposal: ProposalView;
  readonly label: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly fits: (other: ProposalReference) => boolean;
}) {
  const { t } = useTranslation();
  const { slug, proposal, label, value, onChange } = props;
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const similar = useSimilar(proposal.id).data ?? [];
  const found = useProposals(slug, { q, limit: 20 }).items ?? [];
  const near: readonly ProposalReference[] = q ? [] : similar;
  const all = [...near, ...found.filter(({ id }) => !near.some((each) => each.id === id))];
  const fitting = all.filter((each) => each.id !== proposal.id && props.fits(each)).slice(0, SHOWN);
  return (
    <>
      <TextField label={t('proposals.search')} type="search" value={typed} onChange={setTyped} />
      <p role="status" className="hint">
        {fitting.length === 0 && t('list.nothing-found')}
      </p>
      {fitting.length > 0 && (
        <RadioGroup
          label={label}
          value={value}
          onChange={onChange}
          options={fitting.map(({ id, number, title, titleLang }) => ({
            id,
            label: (
              <>
                <span className="muted">{t('proposal.number', { number })}</span>{' '}
                <Written lang={titleLang}>{title}</Written>
                {near.some((each) => each.id === id) && (
                  <span className="hint choice-hint">{t('handling.is-similar')}</span>
                )}
              </>
            ),
          }))}
        />
      )}
    </>
  );
}
