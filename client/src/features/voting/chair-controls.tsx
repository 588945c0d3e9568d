import './chairing.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { PollAbilities, PollView } from '../../../../src/voting/polls.contract.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Notice, Refusal } from '../../ui/feedback.js';
import { Section } from '../../ui/page.js';
import { AnnulDialog } from './annul-dialog.js';
import { ConfirmMove } from './confirm-move.js';
import { ConsoleStatus } from './console-status.js';
import { CountDownDialog } from './count-down-dialog.js';
import { HandCountDialog } from './hand-count-dialog.js';
import { type AskProps, useMovePoll } from './move-poll.js';
import { OpenDialog } from './open-dialog.js';
import { ProlongDialog } from './prolong-dialog.js';
import { Rehearsals } from './rehearsals.js';
import { isRunning } from './running.js';

type Asked = Exclude<keyof PollAbilities, 'edit' | 'announce' | 'vote' | 'rehearse'>;

/** The moves that ask before they are made, in the order in which a poll goes through them. */
const ASKED: readonly { id: Asked; look?: 'primary' | 'danger'; label: `chair.${string}` }[] = [
  { id: 'open', look: 'primary', label: 'chair.open' },
  { id: 'countDown', look: 'primary', label: 'chair.count-down' },
  { id: 'prolong', label: 'chair.prolong' },
  { id: 'close', label: 'chair.close' },
  { id: 'enterByHand', label: 'chair.hand' },
  { id: 'publish', look: 'primary', label: 'chair.publish' },
  { id: 'repeat', label: 'chair.repeat' },
  { id: 'annul', look: 'danger', label: 'chair.annul' },
];

/** What the chair sees and may do with a poll in its present state. Comes as a file of its own: the hall only votes. */
export default function ChairControls({ poll }: { readonly poll: PollView }) {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const [asked, setAsked] = useState<Asked | null>(null);
  const announce = useMovePoll(poll, 'announce');
  const { abilities } = poll;
  const none = () => setAsked(null);
  return (
    <Section title={t('chair.title')}>
      <div className={isRunning(poll) ? 'console console-running' : 'console'}>
        <ConsoleStatus poll={poll} />
        {poll.state === 'closed' && poll.result && <Notice tone="waiting">{t('chair.unpublished')}</Notice>}
        {abilities.announce && <p className="hint">{t('chair.announce-hint')}</p>}
        <Refusal error={announce.error} />
        <div className="actions">
          {abilities.announce && (
            <Button isPending={announce.isPending} onPress={() => announce.mutate({})}>
              {t('chair.announce')}
            </Button>
          )}
          {ASKED.filter(({ id }) => abilities[id]).map(({ id, look, label }) => (
            <Button key={id} look={look} onPress={() => setAsked(id)}>
              {t(label as 'chair.open')}
            </Button>
          ))}
          {abilities.edit && (
            <ButtonLink look="quiet" to={`/f/${slug}/manage/polls/${poll.id}/edit`}>
              {t('do.edit')}
            </ButtonLink>
          )}
        </div>
      </div>
      {abilities.rehearse && <Rehearsals poll={poll} />}
      {asked && <Question asked={asked} poll={poll} onClose={none} />}
    </Section>
  );
}

function Question({ asked, ...props }: AskProps & { readonly asked: Asked }) {
  if (asked === 'open') return <OpenDialog {...props} />;
  if (asked === 'countDown') return <CountDownDialog {...props} />;
  if (asked === 'prolong') return <ProlongDialog {...props} />;
  if (asked === 'annul') return <AnnulDialog {...props} />;
  if (asked === 'enterByHand') return <HandCountDialog {...props} />;
  return <ConfirmMove {...props} move={asked} />;
}
