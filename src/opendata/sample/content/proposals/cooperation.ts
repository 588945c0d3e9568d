import type { SampleProposal } from '../content.js';

export const COOPERATION: readonly SampleProposal[] = [
  {
    key: 'report',
    topic: 'cooperation',
    author: 'samia',
    lang: 'fr',
    title: {
      fr: 'Un bilan public de chaque jumelage, chaque année',
      ar: 'حصيلة علنية لكل توأمة كل سنة',
      en: 'A public account of every twinning, every year',
    },
    body: {
      fr: [
        'Rappelant que beaucoup de jumelages vivent surtout les jours de signature.',
        'Nous nous engageons à publier chaque année, avec nos villes jumelles, un bilan de deux pages : ce qui était prévu, ce qui a été fait, ce qu’il a coûté, qui en a profité. Nous recommandons qu’un jumelage sans activité pendant trois ans soit relancé ou clos d’un commun accord.',
      ],
      ar: [
        'إذ نذكّر بأن كثيرا من التوأمات لا تحيا إلا يوم التوقيع.',
        'نلتزم بأن ننشر كل سنة، مع مدننا المتوأمة، حصيلة من صفحتين: ما كان مبرمجا، وما أُنجز، وكم كلّف، ومن استفاد منه. نوصي بأن تُحيا كل توأمة بقيت ثلاث سنوات بلا نشاط أو تُنهى باتفاق مشترك.',
      ],
      en: [
        'Recalling that many twinnings live mainly on the days when they are signed.',
        'We commit to publishing every year, with our twin cities, an account of two pages: what was planned, what was done, what it cost, who benefited. We recommend that a twinning without activity for three years be revived or ended by common agreement.',
      ],
    },
    state: 'admitted',
    endorsers: ['julien', 'claire', 'antoine', 'youssef', 'giulia', 'seoyeon', 'rui'],
  },
  {
    key: 'levy',
    topic: 'cooperation',
    author: 'julien',
    lang: 'fr',
    title: {
      fr: 'Une cotisation obligatoire pour un fonds commun',
      ar: 'مساهمة إجبارية في صندوق مشترك',
      en: 'A compulsory contribution to a common fund',
    },
    body: {
      fr: [
        'Considérant que les projets communs échouent souvent faute de la première somme qui les lance.',
        'Nous décidons de créer un fonds commun auquel chaque ville verse la même part de son budget. Nous chargeons la ville hôte de le gérer pendant deux ans.',
      ],
      ar: [
        'إذ نعتبر أن المشاريع المشتركة تتعثر غالبا لغياب المبلغ الأول الذي يطلقها.',
        'نقرر إحداث صندوق مشترك تؤدي إليه كل مدينة النسبة نفسها من ميزانيتها. نكلف المدينة المضيفة بتدبيره لمدة سنتين.',
      ],
      en: [
        'Considering that joint projects often fail for want of the first sum that would start them.',
        'We decide to create a common fund to which every city pays the same share of its budget. We entrust the host city with managing it for two years.',
      ],
    },
    state: 'voted',
    rule: { majority: 'two-thirds', base: 'votes', quorum: { num: 1, den: 2, of: 'entitled' } },
    endorsers: ['samia', 'mariam', 'issa'],
    votes: {
      no: [
        'agnieszka',
        'piotr',
        'liesbeth',
        'bram',
        'seoyeon',
        'minjae',
        'meilin',
        'giulia',
        'ayesha',
        'rafael',
      ],
      abstain: ['claire', 'marco', 'khadija', 'jianhua', 'bilal'],
      absent: ['hatem'],
    },
  },
  {
    key: 'translation',
    topic: 'cooperation',
    author: 'bilal',
    lang: 'en',
    title: {
      en: 'A shared pool of interpreters',
      fr: 'Une équipe commune d’interprètes',
      ar: 'فريق مشترك من المترجمين الفوريين',
    },
    body: {
      en: [
        'Noting that delegations understand each other only as well as they are interpreted.',
        'We recommend that our cities share a pool of interpreters and translators for their meetings. We invite universities of our cities to let students of translation take part in it.',
      ],
      fr: [
        'Constatant que les délégations ne se comprennent qu’aussi bien qu’on les traduit.',
        'Nous recommandons que nos villes partagent une équipe d’interprètes et de traducteurs pour leurs rencontres. Nous invitons les universités de nos villes à y associer leurs étudiants en traduction.',
      ],
      ar: [
        'إذ نسجل أن الوفود لا تتفاهم إلا بقدر جودة الترجمة بينها.',
        'نوصي بأن تتقاسم مدننا فريقا من المترجمين الفوريين والمترجمين لاجتماعاتها. ندعو جامعات مدننا إلى إشراك طلبة الترجمة فيه.',
      ],
    },
    state: 'returned',
    endorsers: [],
    reason:
      'The forum asks that the proposal say who pays for the pool and which languages it begins with. Please add one sentence on each and submit it again.',
  },
  {
    key: 'archive',
    topic: 'cooperation',
    author: 'youssef',
    lang: 'ar',
    title: {
      ar: 'خزانة رقمية لاتفاقيات مدننا',
      fr: 'Une bibliothèque numérique des accords entre nos villes',
      en: 'A digital library of the agreements between our cities',
    },
    body: {
      ar: [
        'إذ نلاحظ أن اتفاقيات وُقّعت قبل عقود لم يعد أحد يعرف نصها.',
        'ندعو مدننا إلى جمع نصوص اتفاقيات التوأمة والشراكة في خزانة رقمية مفتوحة، بلغاتها الأصلية ومع ترجمتها.',
      ],
      fr: [
        'Observant que des accords signés il y a des décennies n’ont plus de lecteur qui en connaisse le texte.',
        'Nous invitons nos villes à réunir les textes de leurs accords de jumelage et de partenariat dans une bibliothèque numérique ouverte, dans leurs langues d’origine et avec leur traduction.',
      ],
      en: [
        'Observing that agreements signed decades ago no longer have anyone who knows their text.',
        'We invite our cities to gather the texts of their twinning and partnership agreements in an open digital library, in their original languages and with a translation.',
      ],
    },
    state: 'draft',
    endorsers: [],
  },
];
