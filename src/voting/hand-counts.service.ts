import { Injectable } from '@nestjs/common';
import { ForumAccess, seated } from '../forum/forum-access.js';
import { canonicalJson, type Json } from '../kernel/canonical-json.js';
import { refuse } from '../kernel/errors.js';
import type { Reader } from '../platform/http/reader.js';
import type { HandLine } from './ballots.contract.js';
import { checkedBallots } from './checked-ballots.js';
import { readContent } from './counting/ballot-content.js';
import { BadPoll } from './counting/poll-input.js';
import { takesBallots } from './poll.states.js';
import { type Held, PollMoves } from './poll-moves.js';
import { Round } from './round.entity.js';
import { RoundTerms, type TermsOfRound } from './round-terms.js';
import { VOTING_ERRORS } from './voting.contract.js';

/** The turnout's row of votes that no process took. */
const BY_HAND = 'by-hand';

/** Votes on paper or by show of hands. They count once two people have entered the same numbers. */
@Injectable()
export class HandCounts {
  constructor(
    private readonly moves: PollMoves,
    private readonly access: ForumAccess,
    private readonly terms: RoundTerms,
  ) {}

  /**
   * Takes one person's numbers. The second person's must be the same: if they differ, nothing is left of either and
   * both enter anew. From then on no ballot is taken any more; whoever enters again begins anew, and opens it again.
   */
  async enterByHand(
    reader: Reader,
    pollId: string,
    { version, lines }: { readonly version: number; readonly lines: readonly HandLine[] },
  ): Promise<void> {
    const differs = await this.moves.asChair(reader, pollId, version, async (held) => {
      const { em, poll, round } = held;
      if (!takesBallots(round.state)) throw refuse(VOTING_ERRORS, 'poll.not-open');
      const { participant } = seated(await this.access.standing(reader, poll.forumId, em));
      const terms = await this.terms.of(round.id);
      const entered = checkedBallots(() => readLines(terms, lines));
      await this.checkRoom(held, entered);
      const rows: { place: number; by: string; lines: HandLine[] }[] = await em.query(
        'SELECT place, participant_id AS by, lines FROM hand_count WHERE round_id = $1 ORDER BY place',
        [round.id],
      );
      const [first] = rows;
      const alone = !first || rows.length > 1 || first.by === participant.id;
      const same = first !== undefined && keyOf(first.lines) === keyOf(entered);
      if (alone || !same) await em.query('DELETE FROM hand_count WHERE round_id = $1', [round.id]);
      await em.query('DELETE FROM turnout WHERE round_id = $1 AND teller = $2', [round.id, BY_HAND]);
      await em.update(Round, { id: round.id }, { handVotes: alone || !same ? 0 : votesOf(entered) });
      if (!alone && !same) return true;
      await em.query(
        'INSERT INTO hand_count (round_id, place, participant_id, lines) VALUES ($1, $2, $3, $4)',
        [round.id, alone ? 1 : 2, participant.id, JSON.stringify(entered)],
      );
      if (!alone)
        await em.query('INSERT INTO turnout (round_id, teller, votes) VALUES ($1, $2, $3)', [
          round.id,
          BY_HAND,
          votesOf(entered),
        ]);
      await this.moves.tell(held, 'poll.entered-by-hand');
      return false;
    });
    if (differs) throw refuse(VOTING_ERRORS, 'hand.differs');
  }

  /** No name stands on them, so that nothing else keeps them from being more than there are voters left. */
  private async checkRoom({ em, round }: Held, lines: readonly HandLine[]): Promise<void> {
    const [{ cast, unequal }] = await em.query(
      `SELECT (SELECT count(*)::int FROM voted WHERE round_id = $1) AS "cast",
              EXISTS (SELECT FROM roll_entry WHERE round_id = $1 AND (weight <> '1' OR group_key IS NOT NULL)) AS unequal`,
      [round.id],
    );
    if (unequal) throw refuse(VOTING_ERRORS, 'hand.weights');
    if (cast + votesOf(lines) > round.entitled) throw refuse(VOTING_ERRORS, 'hand.too-many');
  }
}

/** In one form: each ballot once, those of none left out, so that two entries can be compared. Throws BadPoll. */
function readLines(terms: TermsOfRound, lines: readonly HandLine[]): HandLine[] {
  const read = lines
    .filter(({ votes }) => votes > 0)
    .map(
      ({ ballot, votes }): HandLine => ({
        ballot: 'invalid' in ballot ? { invalid: true } : readContent(terms, ballot),
        votes,
      }),
    );
  const keys = read.map(({ ballot }) => keyOf(ballot));
  if (new Set(keys).size < keys.length) throw new BadPoll('a ballot is listed twice');
  return read.sort((a, b) => (keyOf(a.ballot) < keyOf(b.ballot) ? -1 : 1));
}

const keyOf = (value: unknown): string => canonicalJson(value as Json);
const votesOf = (lines: readonly HandLine[]): number => lines.reduce((sum, { votes }) => sum + votes, 0);
