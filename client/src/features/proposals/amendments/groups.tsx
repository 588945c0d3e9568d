import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AmendmentsView,
  AmendmentView,
} from '../../../../../src/proposals/amendments/amendments.contract.js';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { Section } from '../../../ui/page.js';
import { AmendmentCard } from './amendment-card.js';
import { AmendmentChanges } from './amendment-changes.js';
import { textWith } from './changes.js';
import { CollisionStretch } from './collision-words.js';
import { useNumbers } from './numbers.js';
import { openOf } from './order.js';
import { groupsBy, stretchesOf } from './stretches.js';
import { sourceText } from './suggested.js';

interface Props {
  readonly slug: string;
  readonly proposal: ProposalView;
  readonly list: AmendmentsView;
  readonly chosen: readonly string[];
  /** Null where this reader may decide nothing. */
  readonly onChoose: ((ids: readonly string[]) => void) | null;
}

/** Those that collide in groups, with the words that are fought over; then those that stand apart, then the decided. */
export function Groups(props: Props) {
  const { t } = useTranslation();
  const listed = useNumbers();
  const { proposal, list } = props;
  const text = sourceText(proposal);
  const stretches = useMemo(
    () =>
      stretchesOf(
        text,
        openOf(list).filter(({ parentId }) => parentId === null),
      ),
    [text, list],
  );
  const byId = new Map(list.amendments.map((each) => [each.id, each]));
  const groups = groupsBy(list.proposed.consequences.excludes)
    .map((ids) => membersOf(ids, byId))
    .filter((group) => group.length > 1);
  const grouped = new Set(groups.flat().map(({ id }) => id));
  const rest = list.amendments.filter(({ id, state }) => !grouped.has(id) && state !== 'draft');
  const open = rest.filter(({ state }) => state === 'submitted' || state === 'voted');
  const decided = rest.filter((each) => !open.includes(each));
  return (
    <>
      {groups.map((group) => {
        const numbers = group.map(({ number }) => number);
        return (
          <Section
            key={numbers.join()}
            title={t('amending.group', { count: numbers.length, names: listed(numbers) })}
          >
            {stretches
              .filter((stretch) => stretch.numbers.every((number) => numbers.includes(number)))
              .map((stretch) => (
                <CollisionStretch
                  key={`${stretch.about} ${stretch.paragraph} ${stretch.numbers.join()}`}
                  stretch={stretch}
                  lang={proposal.lang}
                />
              ))}
            <Cards {...props} amendments={group} />
          </Section>
        );
      })}
      {open.length > 0 && (
        <Section title={t(groups.length > 0 ? 'amending.apart' : 'amending.open')}>
          <Cards {...props} amendments={open} />
        </Section>
      )}
      {decided.length > 0 && (
        <Section title={t('amending.decided')}>
          <Cards {...props} amendments={decided} />
        </Section>
      )}
    </>
  );
}

function membersOf(ids: readonly string[], byId: ReadonlyMap<string, AmendmentView>): AmendmentView[] {
  return ids.flatMap((id) => byId.get(id) ?? []).sort((a, b) => a.number - b.number);
}

/** Each with what it changes, folded away, and a box where it can be decided here. */
function Cards({
  slug,
  proposal,
  list,
  amendments,
  chosen,
  onChoose,
}: Props & { readonly amendments: readonly AmendmentView[] }) {
  const { t } = useTranslation();
  const numbers = new Map(list.amendments.map(({ id, number }) => [id, number]));
  const choose = (id: string, on: boolean) =>
    onChoose?.(on ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <ul className="rows amendment-rows">
      {amendments.map((each) => (
        <li key={each.id}>
          {onChoose && (each.abilities.accept || each.abilities.reject) && (
            <Checkbox isSelected={chosen.includes(each.id)} onChange={(on) => choose(each.id, on)}>
              {t('amending.choose', { number: each.number })}
            </Checkbox>
          )}
          <AmendmentCard slug={slug} amendment={each} amends={numbers.get(each.parentId ?? '')} />
          {each.changes.length > 0 && (
            <details className="card-changes">
              <summary>{t('amending.show-changes', { number: each.number })}</summary>
              <AmendmentChanges
                lang={proposal.lang}
                base={baseFor(each, proposal, list)}
                changes={each.changes}
              />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The text as it stands, where the amendment is made in that; of those decided long ago only the changes are shown. */
function baseFor(amendment: AmendmentView, proposal: ProposalView, list: AmendmentsView) {
  const text = sourceText(proposal);
  if (amendment.state !== 'submitted' && amendment.state !== 'voted') return undefined;
  const parent = list.amendments.find(({ id }) => id === amendment.parentId);
  return parent ? (textWith(text, parent.changes) ?? undefined) : text;
}
