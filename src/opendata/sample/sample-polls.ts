import { newId } from '../../kernel/ids.js';
import type { Choice, Rule } from '../../voting/voting.contract.js';
import type { SampleProposal } from './content/content.js';
import type { SampleHall } from './sample-hall.js';
import type { SampleRooms } from './sample-rooms.js';

interface Question {
  readonly sessionId: string;
  readonly proposalId: string;
  readonly sample: SampleProposal;
}

/** Puts a proposal on the table: a poll that only waits to be opened. Answers its id. */
export async function preparePoll(
  { polls }: SampleRooms,
  { slug, moderator }: SampleHall,
  { sessionId, proposalId, sample }: Question,
): Promise<string> {
  const subject = { kind: 'proposal' as const, id: proposalId };
  return polls.preparePoll(moderator, slug, { sessionId, subject, rule: sample.rule as Rule });
}

/** Holds a whole poll: opened, every ballot cast by its own voter, closed and counted. */
export async function holdPoll(rooms: SampleRooms, hall: SampleHall, question: Question): Promise<void> {
  const id = await preparePoll(rooms, hall, question);
  await rooms.polls.openPoll(hall.moderator, id, { version: 1 });
  for (const voter of hall.delegates) {
    const choice = choiceOf(voter, question.sample);
    if (choice) await rooms.box.castBallot(hall.reader(voter), id, choice, newId());
  }
  await rooms.polls.closePoll(hall.moderator, id, { version: 2 });
}

/** Null for who was not in the hall. */
function choiceOf(voter: string, { votes }: SampleProposal): Choice | null {
  if (votes?.absent.includes(voter)) return null;
  if (votes?.no.includes(voter)) return 'no';
  return votes?.abstain.includes(voter) ? 'abstain' : 'yes';
}
