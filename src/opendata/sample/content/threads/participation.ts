import type { SampleThread } from '../content.js';

export const PARTICIPATION: readonly SampleThread[] = [
  {
    topic: 'participation',
    title: 'What made residents come back a second time?',
    posts: [
      {
        author: 'teresa',
        lang: 'en',
        paragraphs: [
          'Every city here can tell of a first consultation that filled the room. I would like to hear about the second one. What made people come back, or stay away?',
          'With us it was simple: those who saw their bench, their crossing or their playground built within the year came back. Those who waited longer did not.',
        ],
      },
      {
        author: 'khadija',
        lang: 'ar',
        paragraphs: [
          'عندنا عاد الناس حين وجدوا في القاعة من يملك القرار، لا من يسجل الملاحظات فقط.',
          'ينبغي أن يحضر كل لقاء عضوٌ من المجلس يستطيع أن يجيب بنعم أو لا، وأن يوقّع على ما قيل قبل أن يغادر.',
        ],
        to: 0,
      },
      {
        author: 'claire',
        lang: 'fr',
        paragraphs: [
          'Chez nous, l’heure a plus compté que le sujet. Une réunion à dix-huit heures écarte les parents et ceux qui travaillent tard.',
          'Il faut tenir les réunions là où les gens se trouvent déjà : à la sortie de l’école, au marché, dans le hall de l’immeuble.',
        ],
        to: 0,
      },
      {
        author: 'liesbeth',
        lang: 'en',
        paragraphs: [
          'A warning from our side: the same thirty people came every time, and we called it participation. Cities should draw part of each assembly by lot and pay for the time that people give.',
        ],
        to: 2,
      },
      {
        author: 'mariam',
        lang: 'fr',
        paragraphs: [
          'Nous avons invité les femmes du marché à siéger avec leurs étals ouverts, au milieu du marché. Les décisions ont été meilleures, et le conseil a appris à parler plus court.',
        ],
        to: 2,
      },
      {
        author: 'teresa',
        lang: 'en',
        paragraphs: [
          'Drawing lots and going to where people are: these two belong together. I will add them to the next version of our proposal.',
        ],
        to: 3,
      },
    ],
  },
  {
    topic: 'participation',
    title: 'من يجيب عن العرائض، وكيف؟',
    posts: [
      {
        author: 'youssef',
        lang: 'ar',
        paragraphs: [
          'أقترح أن نقارن ممارساتنا: كم تستغرق مدينتكم لتجيب عن عريضة، ومن يوقّع الجواب؟',
          'يجب أن يعرف صاحب العريضة في أي مكتب توجد عريضته الآن، كما يعرف مكان الطرد البريدي.',
        ],
      },
      {
        author: 'mounia',
        lang: 'ar',
        paragraphs: [
          'كنا نجيب بعد أربعة أشهر في المتوسط. اليوم لكل عريضة رقم وتاريخ منشوران، وصار الجواب يصل في خمسة أسابيع، لأن التأخر أصبح مرئيا للجميع.',
        ],
        to: 0,
      },
      {
        author: 'antoine',
        lang: 'fr',
        paragraphs: [
          'Soixante jours, c’est tenable si la réponse peut être un refus expliqué. Les villes devraient publier aussi les refus : c’est là que l’on voit si les raisons sont bonnes.',
        ],
        to: 0,
      },
      {
        author: 'piotr',
        lang: 'en',
        paragraphs: [
          'A question of cost. A reasoned answer takes a lawyer half a day. Small cities should be allowed to answer similar petitions together.',
        ],
        to: 2,
      },
      {
        author: 'youssef',
        lang: 'ar',
        paragraphs: ['ملاحظة وجيهة. يمكن جمع العرائض المتشابهة في جواب واحد، شرط أن يصل إلى كل موقّع باسمه.'],
        to: 3,
      },
    ],
  },
];
