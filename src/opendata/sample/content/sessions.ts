import type { SampleSession } from './content.js';

/** Three days; the product is first started on the second, while `plenary-2` sits. */
export const SESSIONS: readonly SampleSession[] = [
  {
    key: 'opening',
    kind: 'ceremony',
    title: { ar: 'الجلسة الافتتاحية', fr: 'Séance d’ouverture', en: 'Opening ceremony' },
    place: 'Palais des congrès',
    starts: -24,
    hours: 1.5,
  },
  {
    key: 'plenary-1',
    kind: 'plenary',
    title: {
      ar: 'الجلسة العامة الأولى: القرار مع السكان',
      fr: 'Première plénière : décider avec les habitants',
      en: 'First plenary: deciding with residents',
    },
    place: 'Palais des congrès',
    starts: -22,
    hours: 2.5,
  },
  {
    key: 'medina',
    kind: 'visit',
    title: {
      ar: 'زيارة المدينة العتيقة ومعالمها',
      fr: 'Visite de la médina et de ses monuments',
      en: 'A walk through the medina and its monuments',
    },
    place: 'Bab Boujloud',
    starts: -17,
    hours: 2.5,
  },
  {
    key: 'plenary-2',
    kind: 'plenary',
    title: {
      ar: 'الجلسة العامة الثانية: الماء والتراث والفضاء العمومي',
      fr: 'Deuxième plénière : l’eau, le patrimoine, l’espace public',
      en: 'Second plenary: water, heritage, public space',
    },
    place: 'Palais des congrès',
    starts: 0,
    hours: 3,
  },
  {
    key: 'workshop-youth',
    kind: 'workshop',
    title: {
      ar: 'ورشة: الشباب يقرّر',
      fr: 'Atelier : quand les jeunes décident',
      en: 'Workshop: when young people decide',
    },
    place: 'Salle Al Qaraouiyine',
    starts: 5,
    hours: 2,
  },
  {
    key: 'workshop-artisans',
    kind: 'workshop',
    title: {
      ar: 'ورشة: الصنّاع التقليديون وترميم المدن العتيقة',
      fr: 'Atelier : les artisans et la restauration des villes anciennes',
      en: 'Workshop: artisans and the restoration of old towns',
    },
    place: 'Salle Bouanania',
    starts: 5,
    hours: 2,
  },
  {
    key: 'concert',
    kind: 'ceremony',
    title: {
      ar: 'حفل موسيقي على شرف الوفود',
      fr: 'Concert en l’honneur des délégations',
      en: 'A concert in honour of the delegations',
    },
    place: 'Jardin Jnan Sbil',
    starts: 8,
    hours: 2,
  },
  {
    key: 'plenary-3',
    kind: 'plenary',
    title: {
      ar: 'الجلسة الختامية: قراءة نداء فاس واعتماده',
      fr: 'Plénière de clôture : lecture et adoption de l’Appel de Fès',
      en: 'Closing plenary: reading and adoption of the Fez Appeal',
    },
    place: 'Palais des congrès',
    starts: 24,
    hours: 3,
  },
  {
    key: 'signing',
    kind: 'ceremony',
    title: {
      ar: 'توقيع اتفاقيات الشراكة',
      fr: 'Signature des accords de partenariat',
      en: 'Signing of partnership agreements',
    },
    place: 'Palais des congrès',
    starts: 29,
    hours: 1,
  },
];
