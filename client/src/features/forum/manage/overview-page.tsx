import { useTranslation } from 'react-i18next';
import type { ForumView } from '../../../../../src/forum/forum.contract.js';
import { ButtonLink } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { Section } from '../../../ui/page.js';
import { useSessions } from '../../program/queries.js';
import { ManagePage } from './manage-page.js';
import { mayOpen } from './manage-tabs.js';
import { useDelegations, useInvitations } from './queries.js';

/** What is set up and what remains to be: from the name to the first session. */
export default function OverviewPage() {
  return <ManagePage>{(forum) => <Overview forum={forum} />}</ManagePage>;
}

function Overview({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const steps = useSteps(forum).filter(({ id }) => mayOpen(id, forum.abilities));
  const left = steps.filter(({ done }) => !done).length;
  return (
    <>
      <dl className="figures">
        {(['delegations', 'participants'] as const).map((what) => (
          <div key={what} className="figure">
            <dt>{t(`manage.count.${what}`)}</dt>
            <dd>{t('number', { value: forum.counts[what] })}</dd>
          </div>
        ))}
      </dl>
      <Section title={left > 0 ? t('manage.left', { count: left }) : t('manage.all-set')}>
        <ol className="rows cards">
          {steps.map((step) => (
            <li key={step.id} className={`card step${step.done ? ' step-done' : ''}`}>
              <span className="step-mark">{step.done && <Icon name="yes" />}</span>
              <div>
                <h3>
                  {t(`manage.step.${step.id}`)}
                  <span className="visually-hidden">
                    {' '}
                    ({t(step.done ? 'manage.step-done' : 'manage.step-open')})
                  </span>
                </h3>
                <p className="muted">{step.words}</p>
              </div>
              <div className="actions">
                <ButtonLink
                  to={`/f/${forum.slug}/manage/${step.id}`}
                  look={step.done ? 'quiet' : 'secondary'}
                  aria-label={`${t('do.open')}: ${t(`manage.step.${step.id}`)}`}
                >
                  {t('do.open')}
                </ButtonLink>
              </div>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

/** Each step with whether it is done, and what there is already in a sentence. */
function useSteps(forum: ForumView) {
  const { t } = useTranslation();
  const organises = forum.abilities.manage;
  const delegations = useDelegations(forum.slug).data ?? [];
  const invitations = useInvitations(forum.slug, organises).data ?? [];
  const sessions = useSessions(forum.slug).data ?? [];
  const headless = delegations.filter(({ head }) => !head).length;
  const waiting = invitations.filter(({ state }) => state === 'open').length;
  return [
    {
      id: 'settings',
      done: forum.emblem !== null && forum.hostCity !== null,
      words: t(forum.emblem ? 'manage.has-emblem' : 'manage.no-emblem'),
    },
    {
      id: 'topics',
      done: forum.topics.length > 0,
      words: t('manage.topics-count', { count: forum.topics.length }),
    },
    {
      id: 'delegations',
      done: delegations.length > 0 && headless === 0,
      words: [
        t('manage.delegations-count', { count: delegations.length }),
        headless > 0 && t('manage.headless-count', { count: headless }),
      ]
        .filter(Boolean)
        .join(' '),
    },
    {
      id: 'invitations',
      done: invitations.length > 0,
      words: [
        t('manage.invitations-count', { count: invitations.length }),
        waiting > 0 && t('manage.waiting-count', { count: waiting }),
      ]
        .filter(Boolean)
        .join(' '),
    },
    {
      id: 'program',
      done: sessions.length > 0,
      words: t('manage.sessions-count', { count: sessions.length }),
    },
  ] as const;
}
