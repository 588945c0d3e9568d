import { useTranslation } from 'react-i18next';
import { isolated } from '../../../../../src/kernel/localized.js';
import type { BallotContent } from '../../../../../src/voting/ballots.contract.js';
import type { PollTerms } from '../../../../../src/voting/polls.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import { usePick } from '../../../ui/lang-text.js';
import { inOrder } from './content.js';

type Named = Pick<PollTerms, 'options'>;

/** The name of an option in the page's language: of yes, no and abstain, or as the poll lists it. */
export function useOptionName({ options }: Named): (id: string) => string {
  const { t } = useTranslation();
  const pick = usePick();
  return (id) => {
    if (id === 'yes' || id === 'no' || id === 'abstain') return t(`choice.${id}`);
    return pick(options.find((option) => option.id === id)?.text) || id;
  };
}

interface Line {
  readonly mark: string | null;
  readonly text: string;
}

/** What a ballot says, line by line; a ranking and scores have their numbers as marks. */
function useLines(terms: Named): (ballot: BallotContent) => Line[] {
  const { t } = useTranslation();
  const { locale } = useLang();
  const name = useOptionName(terms);
  const number = new Intl.NumberFormat(locale);
  const line = (id: string): Line => ({ mark: null, text: name(id) });
  return (ballot) => {
    if (ballot.blank) return [{ mark: null, text: t('ballot.blank') }];
    if (ballot.choice) return [line(ballot.choice)];
    if (ballot.scores) {
      const { scores } = ballot;
      return inOrder(terms, Object.keys(scores)).map((id) => ({
        mark: number.format(scores[id] ?? 0),
        text: name(id),
      }));
    }
    if (!ballot.ranking) return (ballot.choices ?? ballot.approved ?? []).map(line);
    const { ranking } = ballot;
    return ranking.map((group, at) => ({
      mark: number.format(ranking.slice(0, at).flat().length + 1),
      text: group.map((id) => isolated(name(id))).join(' = '),
    }));
  };
}

/** A ballot in one line of text, for lists of many. */
export function useBallotText(terms: Named): (ballot: BallotContent) => string {
  const lines = useLines(terms);
  const { t } = useTranslation();
  return (ballot) => {
    const marked = ballot.scores ? 'ballot.scored' : 'ballot.ranked';
    return lines(ballot)
      .map(({ mark, text }) => isolated(mark === null ? text : t(marked, { mark, option: isolated(text) })))
      .join(' · ');
  };
}

/** A ballot as its voter reads it before and after it is sent. */
export function BallotWords({ terms, ballot }: { readonly terms: Named; readonly ballot: BallotContent }) {
  const lines = useLines(terms)(ballot);
  return (
    <ul className="rows ballot-words">
      {lines.map(({ mark, text }) => (
        <li key={`${mark} ${text}`}>
          {mark !== null && <span className="ballot-mark">{mark}</span>}
          <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  );
}
