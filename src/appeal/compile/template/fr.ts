import { type Day, dayOf, MONTHS, spoken } from '../../../kernel/dates.js';
import type { TemplateWords } from './words.js';

export const FRENCH_WORDS: TemplateWords = {
  title: ({ hostCity, title }) => (hostCity ? `Appel ${of(hostCity.fr)}` : `Appel : ${title.fr}`),
  opening: ({ cities, place, title, startsOn, endsOn }) => {
    const names = cities.map((city) => of(city.fr));
    const who = names.length ? `délégations ${spoken(names, ', ', ' et ')}` : 'participantes et participants';
    return `Nous, ${who}, réunis à ${place.fr} ${period(dayOf(startsOn), dayOf(endsOn))} pour « ${title.fr} »,`;
  },
  findings: 'faisant nôtres ces constats tirés des débats :',
  adopt: 'adoptons le présent appel.',
  adoptedLead: 'Par son vote, le forum a adopté ce qui suit :',
  normLead: 'Nous affirmons ce qui suit :',
  measureLead: 'Nous recommandons les mesures suivantes :',
  followUp:
    'Nous convenons de rendre compte, lors de notre prochaine rencontre, des suites données au présent appel.',
  comma: ',',
  stop: '.',
};

/** "de Fès", "d’Anvers", "du Caire". */
function of(name: string): string {
  if (/^Le /.test(name)) return `du ${name.slice(3)}`;
  if (/^Les /.test(name)) return `des ${name.slice(4)}`;
  return /^[AEIOUYÀÂÉÈÊËÎÏÔÛÜŒ]/i.test(name) ? `d’${name}` : `de ${name}`;
}

function period(from: Day, to: Day): string {
  const end = `${ordinal(to.day)} ${MONTHS.fr[to.month - 1]} ${to.year}`;
  if (from.year !== to.year)
    return `du ${ordinal(from.day)} ${MONTHS.fr[from.month - 1]} ${from.year} au ${end}`;
  if (from.month !== to.month) return `du ${ordinal(from.day)} ${MONTHS.fr[from.month - 1]} au ${end}`;
  return from.day === to.day ? `le ${end}` : `du ${ordinal(from.day)} au ${end}`;
}

function ordinal(day: number): string {
  return day === 1 ? '1er' : `${day}`;
}
