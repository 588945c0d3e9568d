import type { Localized } from '../../../kernel/localized.js';
import type { SampleTopic } from './content.js';

/** Title, theme and host are those of a real forum; what is said in it is made up, and marked as a sample. */
export const FORUM: Readonly<Record<'title' | 'theme' | 'place', Localized>> & { readonly slug: string } = {
  slug: 'fez-forum',
  title: {
    ar: 'المنتدى الدولي للمدن الصديقة والمتوأمة مع فاس',
    fr: 'Forum international des villes amies et jumelées avec Fès',
    en: 'International Forum of the Cities Friendly and Twinned with Fez',
  },
  theme: {
    ar: 'تدبير المدينة وأهمية الديمقراطية التشاركية',
    fr: 'La gestion de la ville et l’importance de la démocratie participative',
    en: 'City management and the importance of participatory democracy',
  },
  place: { ar: 'فاس، المغرب', fr: 'Fès, Maroc', en: 'Fez, Morocco' },
};

export const TOPICS: readonly SampleTopic[] = [
  {
    key: 'participation',
    name: {
      ar: 'الديمقراطية التشاركية',
      fr: 'La démocratie participative',
      en: 'Participatory democracy',
    },
  },
  {
    key: 'heritage',
    name: {
      ar: 'المدينة العتيقة والتراث',
      fr: 'La médina et le patrimoine',
      en: 'The medina and heritage',
    },
  },
  { key: 'water', name: { ar: 'الماء والمناخ', fr: 'L’eau et le climat', en: 'Water and climate' } },
  { key: 'youth', name: { ar: 'الشباب', fr: 'La jeunesse', en: 'Young people' } },
  {
    key: 'mobility',
    name: {
      ar: 'التنقل والفضاء العمومي',
      fr: 'La mobilité et l’espace public',
      en: 'Mobility and public space',
    },
  },
  {
    key: 'cooperation',
    name: {
      ar: 'التعاون بين المدن',
      fr: 'La coopération entre les villes',
      en: 'Cooperation between cities',
    },
  },
];
