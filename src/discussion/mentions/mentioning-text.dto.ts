import { cleanMarked } from '../../platform/http/clean-text.js';
import { RichText } from '../../platform/http/contribution.dto.js';
import { MENTION } from './marks.js';

/** Rich text that may mention people; `max` in code units of its HTML. */
export const MentioningText = (max?: number): PropertyDecorator =>
  RichText({ ...(max && { max }), clean: (html) => cleanMarked(html, MENTION) });
