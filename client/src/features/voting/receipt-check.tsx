import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../../../src/kernel/localized.js';
import type { OwnVote } from '../../../../src/voting/ballots.contract.js';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import type { PollRecord } from '../../../../src/voting/records.contract.js';
import { Button } from '../../ui/button.js';
import { Loaded, Notice } from '../../ui/feedback.js';
import { TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { Section } from '../../ui/page.js';
import { grouped, typedCode } from './ballot/code.js';
import { recallReceipt } from './ballot/kept.js';
import { useBallotText } from './ballot/words.js';
import { useRecord } from './queries.js';

interface Held {
  readonly code: string;
  /** Whose vote it was; null for a code that was typed. */
  readonly vote: OwnVote | null;
  /** The fingerprint that this device kept with the code; null where it kept none. */
  readonly definitionHash: string | null;
}

/** After the publication: looks for the reader's own codes, or one that is typed, in the published record. */
export default function ReceiptCheck({
  poll,
  participantId,
}: {
  readonly poll: PollView;
  readonly participantId: string | null;
}) {
  const { t } = useTranslation();
  const own = poll.own.flatMap((vote) => heldOf(poll, vote, participantId) ?? []);
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState('');
  const [typedHeld, setTypedHeld] = useState<Held | null>(null);
  const record = useRecord(poll, asked);
  const codes = typedHeld ? [...own, typedHeld] : own;
  return (
    <Section title={t('check.title')}>
      <p className="muted">{t('check.text')}</p>
      {own.length > 0 && !asked && (
        <div className="actions">
          <Button onPress={() => setAsked(true)}>{t('check.do')}</Button>
        </div>
      )}
      {asked && (
        <Loaded query={record} lines={1}>
          {(found) => codes.map((held) => <Found key={held.code} poll={poll} record={found} held={held} />)}
        </Loaded>
      )}
      <details className="disclosure">
        <summary>{t('check.other')}</summary>
        <Form
          narrow
          submit={t('check.look')}
          isPending={record.isFetching}
          error={null}
          isDisabled={typedCode(typed).length === 0}
          onSubmit={() => {
            setAsked(true);
            setTypedHeld({ code: typedCode(typed), vote: null, definitionHash: null });
          }}
        >
          <TextField code label={t('poll.receipt')} value={typed} onChange={setTyped} maxLength={40} />
        </Form>
      </details>
    </Section>
  );
}

function heldOf({ id, roundId }: PollView, vote: OwnVote, participantId: string | null): Held | null {
  if (vote.ballot) return { code: vote.ballot.code, vote, definitionHash: null };
  if (!participantId) return null;
  const kept = recallReceipt({ pollId: id, roundId, voterId: vote.voterId, participantId });
  return kept && { ...kept, vote };
}

function Found({
  poll,
  record,
  held,
}: {
  readonly poll: PollView;
  readonly record: PollRecord;
  readonly held: Held;
}) {
  const { t } = useTranslation();
  const text = useBallotText(poll.terms);
  const found = record.ballots.find(({ code }) => code === held.code);
  const same = held.definitionHash === null || held.definitionHash === record.definitionHash;
  const code = isolated(grouped(held.code));
  return (
    <div role="status">
      <Notice tone={found && same ? 'good' : 'problem'}>
        {held.vote && <strong>{held.vote.name}</strong>}
        <span>
          {found
            ? t('check.found', { code, ballot: isolated(text(found.ballot)) })
            : t('check.missing', { code })}
        </span>
        {!same && <span>{t('check.other-hash')}</span>}
      </Notice>
    </div>
  );
}
