import { type Day, dayOf, MONTHS, spoken } from '../../../kernel/dates.js';
import type { TemplateWords } from './words.js';

export const ENGLISH_WORDS: TemplateWords = {
  title: ({ hostCity, title }) => (hostCity ? `${hostCity.en} Appeal` : `Appeal: ${title.en}`),
  opening: ({ cities, place, title, startsOn, endsOn }) => {
    const names = cities.map((city) => city.en);
    const who = names.length ? `the delegations of ${spoken(names, ', ', ' and ')}` : 'the participants';
    return `We, ${who}, gathered in ${place.en} ${period(dayOf(startsOn), dayOf(endsOn))} for “${title.en}”,`;
  },
  findings: 'sharing these findings of the debates:',
  adopt: 'adopt this appeal.',
  adoptedLead: 'By its vote the forum adopted the following:',
  normLead: 'We affirm the following:',
  measureLead: 'We recommend the following measures:',
  followUp: 'We agree to report, when we next meet, on what has been done about this appeal.',
  comma: ',',
  stop: '.',
};

function period(from: Day, to: Day): string {
  const end = `${to.day} ${MONTHS.en[to.month - 1]} ${to.year}`;
  if (from.year !== to.year) return `from ${from.day} ${MONTHS.en[from.month - 1]} ${from.year} to ${end}`;
  if (from.month !== to.month) return `from ${from.day} ${MONTHS.en[from.month - 1]} to ${end}`;
  return from.day === to.day ? `on ${end}` : `from ${from.day} to ${end}`;
}
