import { useTranslation } from 'react-i18next';
import type { Presence } from '../../../../../src/appeal/document/document.contract.js';
import type { TogetherState } from './together.js';

/** How many are named; a hall that reads along would fill the screen. */
const NAMED = 8;

/** Who else is here, and where; and how it stands with what was written. */
export function PeopleHere({
  state,
  hues = new Map(),
  whereIs = () => null,
}: {
  readonly state: TogetherState;
  /** Number of the colour of each participant's caret. */
  readonly hues?: ReadonlyMap<string, number>;
  /** In which clause and language somebody is, in words. */
  readonly whereIs?: (presence: Presence) => string | null;
}) {
  const { t } = useTranslation();
  const people = peopleOf(state.others);
  return (
    <div className="together-people">
      {people.length > 0 ? (
        <div className="together-company">
          <p id="together-here">{t('together.here')}</p>
          <ul className="together-list" aria-labelledby="together-here">
            {people.slice(0, NAMED).map((each) => (
              <li key={each.participantId} className={`badge hue-${hues.get(each.participantId) ?? 1}`}>
                {each.head && <span className="together-dot" aria-hidden="true" />}
                <bdi>{each.name}</bdi>
                <Where text={whereIs(each)} />
              </li>
            ))}
            {people.length > NAMED && <li>{t('together.more', { count: people.length - NAMED })}</li>}
          </ul>
        </div>
      ) : (
        <p>{t('together.alone')}</p>
      )}
      <p role="status" className="muted">
        {t(standingOf(state))}
      </p>
    </div>
  );
}

function Where({ text }: { readonly text: string | null }) {
  return text ? <span className="together-where"> · {text}</span> : null;
}

/** Each person once, however many screens they have: those who are in a clause first. */
function peopleOf(others: readonly Presence[]): Presence[] {
  const inClauseFirst = [...others].sort((a, b) => Number(b.clauseId !== null) - Number(a.clauseId !== null));
  const people = new Map<string, Presence>();
  for (const each of inClauseFirst) if (!people.has(each.participantId)) people.set(each.participantId, each);
  return [...people.values()];
}

function standingOf({ line, saved, kept, write, doc }: TogetherState) {
  if (line === 'lost')
    return saved ? 'together.offline' : kept ? 'together.offline-kept' : 'together.offline-unsaved';
  if (!doc) return 'together.opening';
  if (!write) return 'together.reading';
  return saved ? 'together.saved' : 'together.saving';
}

/** Who is in a clause, in words: those who write first. */
export function namesIn(
  others: readonly Presence[],
  clauseId: string,
  say: { readonly writing: (name: string) => string; readonly here: (name: string) => string },
): string {
  const there = others.filter((each) => each.clauseId === clauseId);
  const writing = [...new Set(there.filter((each) => each.writing).map(({ name }) => name))];
  const here = [...new Set(there.map(({ name }) => name))].filter((name) => !writing.includes(name));
  return [...writing.map(say.writing), ...here.map(say.here)].join(' · ');
}
