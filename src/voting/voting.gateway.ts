import { Injectable } from '@nestjs/common';
import { RealtimeGateway } from '../platform/realtime/realtime.gateway.js';
import { BallotBox } from './ballot-box.js';
import { isBallotMessage } from './ballot-message.js';
import { BallotMessageDto } from './poll.dto.js';

@Injectable()
export class VotingGateway {
  constructor(realtime: RealtimeGateway, box: BallotBox) {
    realtime.on(
      'ballot.cast',
      BallotMessageDto,
      (reader, { roundId, ...ballot }) => box.castBallot(reader, roundId, ballot),
      isBallotMessage,
    );
  }
}
