import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollResult, PollView } from '../../../../src/voting/polls.contract.js';
import type { PollRecord } from '../../../../src/voting/records.contract.js';
import { get } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { Refusal } from '../../ui/feedback.js';
import { Section } from '../../ui/page.js';
import { Time } from '../../ui/time.js';
import { motionOf } from './motion-tally.js';
import { useWeightText } from './weight.js';

/** The numbers that stand behind a result. Those that say nothing here are left out. */
export function ResultFacts({ poll, result }: { readonly poll: PollView; readonly result: PollResult }) {
  const { t } = useTranslation();
  const weightText = useWeightText();
  const { rule, method, tieBreak } = poll.terms;
  const { cast, entitled, byHand, quorate } = result;
  const number = (value: number) => t('number', { value });
  const based = method === 'yes-no-abstain' && rule.majority !== 'simple';
  const facts: readonly (readonly [string, ReactNode] | false)[] = [
    [t('fact.voted'), t('fact.voted-words', { cast: cast.ballots, entitled: entitled.heads })],
    byHand > 0 && [t('fact.by-hand'), number(byHand)],
    cast.blank > 0 && [t('fact.blank'), number(cast.blank)],
    cast.invalid > 0 && [t('fact.invalid'), number(cast.invalid)],
    entitled.weight !== String(entitled.heads) && [t('fact.weight'), weightText(entitled.weight)],
    poll.present !== null && [t('fact.present'), number(poll.present)],
    quorate !== null && [t('fact.quorum'), t(quorate ? 'fact.quorum-reached' : 'fact.quorum-missed')],
    based && [t('fact.base', { of: t(`base.${rule.base}`) }), weightText(motionOf(result.tally).base)],
    poll.closedAt !== null && [t('fact.closed'), <Time key="closed" at={poll.closedAt} show="moment" />],
    tieBreak === 'lot' &&
      poll.state === 'published' && [t('fact.lot'), <Seed key="lot" roundId={poll.roundId} />],
  ];
  return (
    <Section title={t('result.facts')}>
      <dl className="facts">
        {facts.map(
          (fact) =>
            fact && (
              <Fragment key={fact[0]}>
                <dt>{fact[0]}</dt>
                <dd>{fact[1]}</dd>
              </Fragment>
            ),
        )}
      </dl>
    </Section>
  );
}

/** The seed stands in the record, which may be long: it is fetched by whoever asks for it. */
function Seed({ roundId }: { readonly roundId: string }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const record = useQuery({
    queryKey: ['record', roundId],
    queryFn: ({ signal }) => get<PollRecord>(`/rounds/${roundId}/record`, undefined, signal),
    enabled: asked,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (record.data)
    return (
      <bdi className="code" dir="ltr">
        {record.data.seed}
      </bdi>
    );
  if (record.error) return <Refusal error={record.error} />;
  return (
    <Button look="quiet" isPending={record.isFetching} onPress={() => setAsked(true)}>
      {t('fact.lot-show')}
    </Button>
  );
}
