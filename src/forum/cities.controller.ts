import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../kernel/pagination.js';
import { PageQuery, SearchQuery } from '../platform/http/page.dto.js';
import { Asking, type Reader } from '../platform/http/reader.js';
import { Cities } from './cities.service.js';
import { CreateCityDto, CreateTwinningDto } from './city.dto.js';
import type { CityView, TwinningView } from './forum.contract.js';
import { Twinnings } from './twinnings.service.js';

@ApiTags('forum')
@Controller('api/v1')
export class CitiesController {
  constructor(
    private readonly cities: Cities,
    private readonly twinnings: Twinnings,
  ) {}

  @Get('cities')
  list(@Query() query: SearchQuery): Promise<Page<CityView>> {
    return this.cities.list(query);
  }

  @Post('cities')
  add(@Asking() reader: Reader, @Body() body: CreateCityDto): Promise<CityView> {
    return this.cities.addCity(reader, body);
  }

  @Get('twinnings')
  listTwinnings(@Query() query: PageQuery): Promise<Page<TwinningView>> {
    return this.twinnings.list(query);
  }

  @Post('twinnings')
  addTwinning(@Asking() reader: Reader, @Body() body: CreateTwinningDto): Promise<TwinningView> {
    return this.twinnings.addTwinning(reader, body);
  }
}
