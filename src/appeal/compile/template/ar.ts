import { type Day, dayOf, MONTHS, spoken } from '../../../kernel/dates.js';
import type { TemplateWords } from './words.js';

export const ARABIC_WORDS: TemplateWords = {
  title: ({ hostCity, title }) => (hostCity ? `نداء ${hostCity.ar}` : `نداء: ${title.ar}`),
  opening: ({ cities, place, title, startsOn, endsOn }) => {
    const names = cities.map((city) => city.ar);
    const who = names.length ? `وفود ${spoken(names, ' و', ' و')}` : 'المشاركات والمشاركين';
    return `نحن، ${who}، المجتمعين في ${place.ar} ${period(dayOf(startsOn), dayOf(endsOn))} من أجل «${title.ar}»،`;
  },
  findings: 'وإذ نتبنى هذه الخلاصات المستمدة من النقاشات:',
  adopt: 'نعتمد هذا النداء.',
  adoptedLead: 'اعتمد المنتدى بالتصويت ما يأتي:',
  normLead: 'نؤكد ما يأتي:',
  measureLead: 'نوصي بالتدابير الآتية:',
  followUp: 'ونتفق على أن نعرض، في لقائنا المقبل، ما أُنجز تفعيلا لهذا النداء.',
  comma: '،',
  stop: '.',
};

function period(from: Day, to: Day): string {
  const end = `${to.day} ${MONTHS.ar[to.month - 1]} ${to.year}`;
  if (from.year !== to.year) return `من ${from.day} ${MONTHS.ar[from.month - 1]} ${from.year} إلى ${end}`;
  if (from.month !== to.month) return `من ${from.day} ${MONTHS.ar[from.month - 1]} إلى ${end}`;
  return from.day === to.day ? `يوم ${end}` : `من ${from.day} إلى ${end}`;
}
