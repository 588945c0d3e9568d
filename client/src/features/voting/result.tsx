import './result.css';
import { Suspense } from 'react';
import type { PollResult, PollView } from '../../../../src/voting/polls.contract.js';
import { Loading } from '../../ui/feedback.js';
import { lazily } from '../../ui/lazily.js';
import { resultSentences, useResultWords } from './result-words.js';
import { verdictTone } from './verdict.js';

const ResultParts = lazily(() => import('./result-parts.js'));

/** What was decided, in sentences; below it the pictures, tables and proofs, which come as a file of their own. */
export default function Result({ poll, result }: { readonly poll: PollView; readonly result: PollResult }) {
  const [decision, ...more] = resultSentences(poll, result, useResultWords(poll.terms));
  return (
    <>
      <div className={`verdict stage-pattern verdict-${verdictTone(result)}`} role="status">
        <p className="verdict-word">{decision}</p>
        {more.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Suspense fallback={<Loading />}>
        <ResultParts poll={poll} result={result} />
      </Suspense>
    </>
  );
}
