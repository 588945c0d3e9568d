import { IsLocalized, LocalizedDto } from '../../platform/http/localized.dto.js';
import type { AddTerm } from './languages.contract.js';

export class AddTermDto implements AddTerm {
  @IsLocalized()
  words: LocalizedDto;
}
