import { Section } from '../../ui/page.js';
import { PollCard } from './poll-card.js';
import { usePolls } from './queries.js';

/** The polls on one subject, under a heading; nothing where there are none. */
export function PollsOn(props: { readonly slug: string; readonly subject: string; readonly title: string }) {
  const { slug, subject, title } = props;
  const polls = usePolls(slug, { subject }).items ?? [];
  if (polls.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="rows cards">
        {polls.map((poll) => (
          <li key={poll.id}>
            <PollCard slug={slug} poll={poll} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
