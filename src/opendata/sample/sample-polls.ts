import { newCode, newId } from '../../kernel/ids.js';
import { TRACKING_CODE_LENGTH } from '../../voting/ballots.contract.js';
import type { Choice } from '../../voting/counting/counting.contract.js';
import type { Rule } from '../../voting/polls.contract.js';
import { Round } from '../../voting/round.entity.js';
import type { SampleProposal } from './content/content.js';
import { PROPOSALS } from './content/proposals/proposals.js';
import type { SampleHall } from './sample-hall.js';
import type { SampleRooms } from './sample-rooms.js';

interface Question {
  readonly sessionId: string;
  readonly proposalId: string;
  readonly sample: SampleProposal;
}

/** In which sitting what is voted on: yesterday's polls are published, today's is announced. */
const VOTED_IN = 'plenary-1';
const TABLED_IN = 'plenary-2';

const DEBATE_MINUTES = 25;
const VOTE_MINUTES = 3;

/** What one sitting does: holds its polls, or puts a proposal on the table. */
export async function vote(
  rooms: SampleRooms,
  hall: SampleHall,
  sitting: string,
  sessionId: string,
  proposalIds: ReadonlyMap<string, string>,
): Promise<void> {
  const of = (state: SampleProposal['state']): Question[] =>
    PROPOSALS.filter((sample) => sample.state === state).map((sample) => ({
      sessionId,
      proposalId: proposalIds.get(sample.key) as string,
      sample,
    }));
  if (sitting === VOTED_IN) for (const question of of('voted')) await holdPoll(rooms, hall, question);
  if (sitting === TABLED_IN)
    for (const question of of('on-the-table'))
      await rooms.polls.announcePoll(hall.moderator, await preparePoll(rooms, hall, question), {
        version: 1,
      });
}

/** Puts a proposal on the table: a poll that only waits to be opened. Answers its id. */
async function preparePoll(
  { polls }: SampleRooms,
  { slug, moderator }: SampleHall,
  { sessionId, proposalId, sample }: Question,
): Promise<string> {
  const subject = { kind: 'proposal' as const, id: proposalId };
  return polls.preparePoll(moderator, slug, { sessionId, subject, terms: { rule: sample.rule as Rule } });
}

/** Holds a whole poll: opened, every ballot cast by its own voter, closed and counted. */
async function holdPoll(rooms: SampleRooms, hall: SampleHall, question: Question): Promise<void> {
  const id = await preparePoll(rooms, hall, question);
  rooms.clock.pass(DEBATE_MINUTES);
  await rooms.rounds.openPoll(hall.moderator, id, { version: 1 });
  rooms.clock.pass(VOTE_MINUTES);
  const { id: roundId } = await rooms.em.findOneByOrFail(Round, { pollId: id });
  for (const voter of hall.delegates) {
    const choice = choiceOf(voter, question.sample);
    const voterId = hall.participantOf(voter);
    const cast = {
      voterId,
      ballot: { choice: choice ?? '' },
      code: newCode(TRACKING_CODE_LENGTH),
      key: newId(),
    };
    if (choice) await rooms.box.castBallot(hall.reader(voter), roundId, cast);
  }
  await rooms.rounds.closePoll(hall.moderator, id, { version: 2 });
}

/** Null for who was not in the hall. */
function choiceOf(voter: string, { votes }: SampleProposal): Choice | null {
  if (votes?.absent.includes(voter)) return null;
  if (votes?.no.includes(voter)) return 'no';
  return votes?.abstain.includes(voter) ? 'abstain' : 'yes';
}
