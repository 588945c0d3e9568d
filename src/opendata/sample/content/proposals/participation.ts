import type { SampleProposal } from '../content.js';

export const PARTICIPATION: readonly SampleProposal[] = [
  {
    key: 'budget',
    topic: 'participation',
    author: 'teresa',
    lang: 'en',
    title: {
      en: 'A share of the budget decided by residents',
      fr: 'Une part du budget décidée par les habitants',
      ar: 'حصة من الميزانية يقررها السكان',
    },
    body: {
      en: [
        'Considering that residents trust a budget which they have helped to shape, and that trust begins with small works close to home.',
        'We commit to setting aside, every year, a fixed share of the investment budget for projects that residents propose and choose themselves. We commit to publishing, district by district, the list of projects, the votes and the progress of each work until it is finished. We recommend that at least half of this share go to the districts with the fewest public facilities.',
      ],
      fr: [
        'Considérant que les habitants font confiance au budget qu’ils ont contribué à façonner, et que la confiance commence par de petits travaux près de chez soi.',
        'Nous nous engageons à réserver, chaque année, une part fixe du budget d’investissement à des projets que les habitants proposent et choisissent eux-mêmes. Nous nous engageons à publier, quartier par quartier, la liste des projets, les votes et l’avancement de chaque chantier jusqu’à son achèvement. Nous recommandons qu’au moins la moitié de cette part revienne aux quartiers les moins équipés.',
      ],
      ar: [
        'إذ نعتبر أن السكان يثقون في الميزانية التي أسهموا في إعدادها، وأن الثقة تبدأ بأشغال صغيرة قريبة من بيوتهم.',
        'نلتزم بأن نخصص كل سنة حصة ثابتة من ميزانية الاستثمار لمشاريع يقترحها السكان ويختارونها بأنفسهم. نلتزم بأن ننشر، حيا بحي، لائحة المشاريع ونتائج التصويت ومدى تقدم كل ورش إلى غاية إنجازه. نوصي بأن يعود نصف هذه الحصة على الأقل إلى الأحياء الأقل تجهيزا.',
      ],
    },
    state: 'voted',
    rule: { majority: 'simple', base: 'votes' },
    endorsers: [
      'youssef',
      'khadija',
      'claire',
      'samia',
      'liesbeth',
      'mounia',
      'aminata',
      'agnieszka',
      'seoyeon',
    ],
    votes: { no: ['bram'], abstain: ['jianhua', 'piotr'], absent: ['hatem'] },
  },
  {
    key: 'answers',
    topic: 'participation',
    author: 'youssef',
    lang: 'ar',
    title: {
      ar: 'جواب معلل عن كل عريضة داخل ستين يوما',
      fr: 'Une réponse motivée à chaque pétition sous soixante jours',
      en: 'A reasoned answer to every petition within sixty days',
    },
    body: {
      ar: [
        'إذ نسجل أن المواطن الذي لا يتلقى جوابا يكفّ عن السؤال، وأن الصمت يهدم ما بنته المشاورات.',
        'نلتزم بأن نجيب كتابة، داخل ستين يوما، عن كل عريضة وكل مقترح يقدمه السكان. نلتزم بأن يبيّن الجواب ما تقرر وأسبابه والمصلحة المكلفة بالتنفيذ. ندعو مدننا إلى نشر العرائض وأجوبتها في سجل مفتوح للجميع.',
      ],
      fr: [
        'Constatant qu’un citoyen qui ne reçoit pas de réponse cesse de poser des questions, et que le silence défait ce que la concertation a construit.',
        'Nous nous engageons à répondre par écrit, sous soixante jours, à chaque pétition et à chaque proposition des habitants. Nous nous engageons à ce que la réponse dise ce qui est décidé, pour quelles raisons et quel service en est chargé. Nous invitons nos villes à publier les pétitions et leurs réponses dans un registre ouvert à tous.',
      ],
      en: [
        'Noting that a citizen who gets no answer stops asking, and that silence undoes what consultation has built.',
        'We commit to answering in writing, within sixty days, every petition and every proposal that residents submit. We commit to stating in the answer what was decided, for which reasons, and which department is in charge. We invite our cities to publish petitions and their answers in a register that is open to all.',
      ],
    },
    state: 'voted',
    rule: { majority: 'absolute', base: 'valid', quorum: { num: 1, den: 2, of: 'entitled' } },
    endorsers: ['mehdi', 'mounia', 'hatem', 'teresa', 'lucia', 'julien', 'ousmane'],
    votes: { no: ['jianhua', 'marco'], abstain: ['bilal', 'minjae'], absent: ['issa', 'piotr'] },
  },
  {
    key: 'open-council',
    topic: 'participation',
    author: 'liesbeth',
    lang: 'en',
    title: {
      en: 'Council decisions that anyone can read and follow',
      fr: 'Des décisions municipales que chacun peut lire et suivre',
      ar: 'مقررات جماعية يستطيع كل واحد قراءتها وتتبعها',
    },
    body: {
      en: [
        'Recognising that nobody can take part in a decision whose papers come after it.',
        'We commit to publishing the agenda and the papers of every council meeting at least seven days ahead, and the votes of each member the day after. We recommend that a summary in plain words, in the languages which residents speak, go with every decision on planning, water and housing.',
      ],
      fr: [
        'Reconnaissant que nul ne peut prendre part à une décision dont les documents arrivent après elle.',
        'Nous nous engageons à publier l’ordre du jour et les documents de chaque séance du conseil au moins sept jours à l’avance, et le vote de chaque élu dès le lendemain. Nous recommandons qu’un résumé en mots simples, dans les langues que parlent les habitants, accompagne toute décision d’urbanisme, d’eau ou de logement.',
      ],
      ar: [
        'إذ ندرك أن لا أحد يستطيع المشاركة في قرار تصل وثائقه بعده.',
        'نلتزم بأن ننشر جدول أعمال كل دورة من دورات المجلس ووثائقها قبل سبعة أيام على الأقل، وتصويت كل عضو في اليوم الموالي. نوصي بأن يرافق كلَّ مقرر في التعمير والماء والسكن ملخصٌ بكلمات بسيطة وباللغات التي يتحدثها السكان.',
      ],
    },
    state: 'admitted',
    endorsers: ['teresa', 'claire', 'piotr', 'ayesha', 'mehdi', 'samia'],
  },
];
