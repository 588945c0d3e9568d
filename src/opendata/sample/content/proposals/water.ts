import type { SampleProposal } from '../content.js';

export const WATER: readonly SampleProposal[] = [
  {
    key: 'losses',
    topic: 'water',
    author: 'mehdi',
    lang: 'fr',
    title: {
      fr: 'Mesurer et publier les pertes d’eau, chaque année',
      ar: 'قياس ضياع الماء ونشره كل سنة',
      en: 'Measuring and publishing water losses, every year',
    },
    body: {
      fr: [
        'Préoccupés par les sécheresses qui s’allongent et par l’eau qui se perd sous nos rues avant d’atteindre un robinet.',
        'Nous nous engageons à mesurer les pertes de nos réseaux et à les publier chaque année, quartier par quartier, selon une méthode commune. Nous nous engageons à consacrer les économies réalisées à raccorder d’abord les foyers qui ne le sont pas. Nous recommandons de rendre à l’usage les fontaines publiques et les anciens canaux partout où leur eau peut être contrôlée.',
      ],
      ar: [
        'إذ يقلقنا طول مواسم الجفاف والماء الذي يضيع تحت شوارعنا قبل أن يبلغ الصنبور.',
        'نلتزم بأن نقيس ضياع الماء في شبكاتنا وننشره كل سنة، حيا بحي، وفق منهجية مشتركة. نلتزم بأن نخصص ما يُقتصد منه لربط البيوت غير المربوطة أولا. نوصي بإعادة تشغيل السقايات العمومية والسواقي القديمة حيثما أمكنت مراقبة مائها.',
      ],
      en: [
        'Concerned about droughts that grow longer and about the water that is lost under our streets before it reaches a tap.',
        'We commit to measuring the losses of our networks and publishing them every year, district by district, by a common method. We commit to spending what is saved on connecting first the homes that are not connected. We recommend that public fountains and old channels be brought back into use wherever their water can be tested.',
      ],
    },
    state: 'on-the-table',
    rule: { majority: 'simple', base: 'votes', quorum: { num: 1, den: 2, of: 'entitled' } },
    endorsers: [
      'youssef',
      'khadija',
      'lucia',
      'rafael',
      'aminata',
      'mariam',
      'issa',
      'bilal',
      'ayesha',
      'hatem',
    ],
  },
  {
    key: 'shade',
    topic: 'water',
    author: 'rafael',
    lang: 'en',
    title: {
      en: 'Shade within three minutes’ walk',
      fr: 'De l’ombre à trois minutes à pied',
      ar: 'ظل على بعد ثلاث دقائق مشيا',
    },
    body: {
      en: [
        'Noting that heat is hardest on those who walk, wait and work outdoors.',
        'We commit to bringing shade, by trees or by awnings, within three minutes’ walk of every home, school and bus stop. We recommend planting kinds that need little water, and learning from the courtyards, arcades and narrow streets which our old towns have relied on for centuries.',
      ],
      fr: [
        'Constatant que la chaleur pèse d’abord sur ceux qui marchent, attendent et travaillent dehors.',
        'Nous nous engageons à offrir de l’ombre, par des arbres ou par des voiles, à trois minutes à pied de chaque logement, école et arrêt de bus. Nous recommandons de planter des espèces sobres en eau, et d’apprendre des patios, des arcades et des rues étroites dont nos villes anciennes tirent parti depuis des siècles.',
      ],
      ar: [
        'إذ نسجل أن الحرارة تشتد أولا على من يمشي وينتظر ويعمل في الخارج.',
        'نلتزم بأن نوفر الظل، بالأشجار أو بالمظلات، على بعد ثلاث دقائق مشيا من كل سكن ومدرسة وموقف حافلات. نوصي بغرس أنواع قليلة الحاجة إلى الماء، وبالتعلم من الأفنية والأروقة والأزقة الضيقة التي تعتمد عليها مدننا العتيقة منذ قرون.',
      ],
    },
    state: 'submitted',
    endorsers: [],
  },
];
