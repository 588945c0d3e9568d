import type { SampleThread } from '../content.js';

export const YOUTH_AND_COOPERATION: readonly SampleThread[] = [
  {
    topic: 'youth',
    title: 'Ask a sixteen-year-old first',
    posts: [
      {
        author: 'seoyeon',
        lang: 'en',
        paragraphs: [
          'Our youth council asked for one thing before anything else: that buses run after the last film. It cost little, and turnout at its next election doubled.',
          'Cities should let a youth council begin with something that it can win within a year.',
        ],
      },
      {
        author: 'samia',
        lang: 'fr',
        paragraphs: [
          'Le tirage au sort a tout changé chez nous. Avant, on retrouvait les enfants des militants ; maintenant, on trouve aussi ceux qui ne parlaient jamais.',
        ],
        to: 0,
      },
      {
        author: 'khadija',
        lang: 'ar',
        paragraphs: [
          'الشباب عندنا يسأل: لماذا نُستشار في الملاعب فقط؟ ينبغي أن يكون له رأي في النقل والسكن والشغل، فهو من سيعيش مع هذه القرارات أطول.',
        ],
        to: 0,
      },
      {
        author: 'ousmane',
        lang: 'fr',
        paragraphs: [
          'Attention aussi à ceux qui ont quitté l’école : on ne les trouve ni dans les lycées ni en ligne. Il faut aller dans les ateliers, sur les quais, dans les garages.',
        ],
        to: 1,
      },
    ],
  },
  {
    topic: 'cooperation',
    title: 'Ce qu’un jumelage devrait savoir montrer',
    posts: [
      {
        author: 'samia',
        lang: 'fr',
        paragraphs: [
          'Je pose la question sans détour : combien de nos jumelages peuvent montrer une chose faite ensemble au cours des deux dernières années ?',
          'Chaque jumelage devrait avoir un projet, un budget et un nom : celui de la personne qui en répond dans chaque ville.',
        ],
      },
      {
        author: 'claire',
        lang: 'fr',
        paragraphs: [
          'Entre Strasbourg et Fès, ce sont les échanges entre métiers qui ont le mieux tenu : l’eau, les transports, l’artisanat. Les équipes se connaissent et s’appellent sans passer par nous.',
        ],
        to: 0,
      },
      {
        author: 'youssef',
        lang: 'ar',
        paragraphs: [
          'أؤيد ذلك. يجب أن ننتقل من توأمة بين مكاتب الرؤساء إلى توأمة بين المدارس والورشات والمصالح التقنية.',
        ],
        to: 1,
      },
      {
        author: 'jianhua',
        lang: 'en',
        paragraphs: [
          'A yearly page of figures is a good rule. It should fit on one sheet, so that it is read.',
        ],
        to: 0,
      },
      {
        author: 'rui',
        lang: 'fr',
        paragraphs: [
          'Et pourquoi pas un bilan écrit par les habitants qui y ont pris part, plutôt que par nos services ?',
        ],
        to: 3,
      },
    ],
  },
];
