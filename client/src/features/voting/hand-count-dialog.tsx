import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotContent, EnterByHand } from '../../../../src/voting/ballots.contract.js';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { put } from '../../lib/api.js';
import { useWrite } from '../../lib/use-write.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useToast } from '../../ui/toast.js';
import { useBallotText } from './ballot/words.js';
import { HandBallot } from './hand-ballot.js';
import { type HandRow, handLines, handRows, idOf, namesOne } from './hand-lines.js';
import type { AskProps } from './move-poll.js';
import { useOptionName } from './option-label.js';

/** One person's numbers of paper or hand votes. The server compares them with the other's, and takes them if alike. */
export function HandCountDialog({ poll, onClose }: AskProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toast = useToast();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const label = useRowLabel(poll);
  const [ballots, setBallots] = useState<readonly BallotContent[]>([]);
  const [adding, setAdding] = useState(false);
  const one = namesOne(poll.terms);
  const rows = handRows(poll.terms, ballots);
  const lines = handLines(rows, typed);
  const total = lines?.reduce((sum, { votes }) => sum + votes, 0) ?? 0;
  const enter = useWrite(
    (body: EnterByHand) => put<PollView>(`/polls/${poll.id}/hand-count`, body),
    ['poll'],
    (entered) => {
      client.setQueryData(['poll', poll.id], entered);
      // Only numbers that two people entered alike move the turnout.
      const taken = entered.turnout.cast > poll.turnout.cast;
      toast(t(taken ? 'hand.taken' : 'hand.sent'));
      onClose();
    },
  );
  const last = ballots.length > 0 ? idOf(ballots.at(-1) as BallotContent) : null;
  const take = (ballot: BallotContent) => {
    setBallots([...ballots.filter((each) => idOf(each) !== idOf(ballot)), ballot]);
    setAdding(false);
  };
  return (
    <Dialog role="alertdialog" title={t('hand.title')} isOpen onClose={onClose}>
      <p>{t('hand.text')}</p>
      {!one && <p className="hint">{t('hand.add-hint')}</p>}
      {adding ? (
        <HandBallot terms={poll.terms} onTake={take} onBack={() => setAdding(false)} />
      ) : (
        <Form
          submit={t('hand.send')}
          isPending={enter.isPending}
          error={enter.error}
          isDisabled={!lines || total === 0}
          onSubmit={() => lines && enter.mutate({ version: poll.version, lines })}
          actions={
            <Button look="quiet" onPress={onClose}>
              {t('do.cancel')}
            </Button>
          }
        >
          <div className="fields-row">
            {rows.map((row) => (
              <TextField
                key={row.id}
                label={label(row)}
                // A ballot that was just added waits for its number.
                autoFocus={row.id === last}
                inputMode="numeric"
                placeholder="0"
                value={typed[row.id] ?? ''}
                onChange={(value) => setTyped({ ...typed, [row.id]: value })}
                problem={handLines([row], typed) ? null : t('hand.problem')}
              />
            ))}
          </div>
          {!one && (
            <div className="actions">
              <Button onPress={() => setAdding(true)}>{t('hand.add')}</Button>
            </div>
          )}
          <p role="status">{t('hand.total', { total })}</p>
        </Form>
      )}
    </Dialog>
  );
}

function useRowLabel({ terms }: PollView): (row: HandRow) => string {
  const { t } = useTranslation();
  const name = useOptionName(terms);
  const ballotText = useBallotText(terms);
  return ({ id, kind, ballot }) => {
    if (kind === 'side') return t(`choice.${id}` as 'choice.yes');
    if (kind === 'ballot') return ballotText(ballot as BallotContent);
    return kind === 'option' ? name(id) : t(`hand.${kind}`);
  };
}
