import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { keyOf, OwnIdempotency } from '../platform/http/idempotency.interceptor.js';
import { Asking, accountOf, type Reader } from '../platform/http/reader.js';
import { BallotBox } from './ballot-box.js';
import type { BallotAnswer } from './ballots.contract.js';
import { Confirmations } from './confirmations.service.js';
import { CastBallotDto, ConfirmBallotDto } from './poll.dto.js';
import type { PollRecord, RollView } from './records.contract.js';
import { Records } from './records.js';
import { RollList } from './roll-list.js';

@ApiTags('voting')
@Controller('api/v1/rounds/:id')
export class RoundsController {
  constructor(
    private readonly box: BallotBox,
    private readonly confirmations: Confirmations,
    private readonly rolls: RollList,
    private readonly records: Records,
  ) {}

  @Put('ballot')
  @OwnIdempotency()
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  cast(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CastBallotDto,
  ): Promise<BallotAnswer> {
    accountOf(reader);
    return this.box.castBallot(reader, id, { ...body, key: keyOf(key) });
  }

  @Post('confirmations')
  @HttpCode(200)
  confirm(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ConfirmBallotDto,
  ): Promise<BallotAnswer> {
    return this.confirmations.confirmBallot(reader, id, body);
  }

  @Get('roll')
  roll(@Param('id', ParseUUIDPipe) id: string): Promise<RollView[]> {
    return this.rolls.ofRound(id);
  }

  @Get('record')
  record(@Param('id', ParseUUIDPipe) id: string): Promise<PollRecord> {
    return this.records.ofRound(id);
  }
}
