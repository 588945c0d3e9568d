import { useTranslation } from 'react-i18next';
import type { PollResult, PollView } from '../../../../src/voting/polls.contract.js';
import { LangText } from '../../ui/lang-text.js';
import { MotionPicture } from './motion-picture.js';
import { PairsTable } from './pairs-table.js';
import { ResultFacts } from './result-facts.js';
import { ResultProof } from './result-proof.js';
import { Standings } from './standings.js';
import { Transfers } from './transfers.js';

interface PartProps {
  readonly poll: PollView;
  readonly result: PollResult;
}

/** Everything of a result below its sentence. */
export default function ResultParts({ poll, result }: PartProps) {
  return (
    <>
      <Picture poll={poll} result={result} />
      <Steps result={result} />
      <ResultFacts poll={poll} result={result} />
      {poll.state === 'published' && <ResultProof poll={poll} />}
    </>
  );
}

function Picture({ poll, result }: PartProps) {
  const { terms } = poll;
  if (terms.method === 'yes-no-abstain') return <MotionPicture terms={terms} result={result} />;
  return (
    <>
      <Standings terms={terms} result={result} />
      {result.rounds.length > 0 && <Transfers terms={terms} result={result} />}
      {result.pairwise && <PairsTable terms={terms} result={result} pairwise={result.pairwise} />}
    </>
  );
}

/** The count told sentence by sentence. */
function Steps({ result }: { readonly result: PollResult }) {
  const { t } = useTranslation();
  if (result.explanation.length === 0) return null;
  return (
    <details className="disclosure">
      <summary>{t('result.steps')}</summary>
      <ol className="result-steps">
        {result.explanation.map((sentence, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence may come twice, and none ever moves
          <li key={at}>
            <LangText text={sentence} mark={false} />
          </li>
        ))}
      </ol>
    </details>
  );
}
