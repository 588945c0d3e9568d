import type { SampleThread } from '../content.js';

export const HERITAGE: readonly SampleThread[] = [
  {
    topic: 'heritage',
    title: 'Qui transmet le métier quand le maître n’a plus d’apprenti ?',
    posts: [
      {
        author: 'marco',
        lang: 'fr',
        paragraphs: [
          'Dans la médina de Fès, nous avons vu un atelier de zellige où travaillent encore trois générations. Chez nous, plusieurs ateliers ont fermé avec leur dernier maître.',
          'Les villes devraient réserver aux apprentis une partie des travaux qu’elles commandent : sans chantier, aucune école ne suffit.',
        ],
      },
      {
        author: 'khadija',
        lang: 'ar',
        paragraphs: [
          'المعلّم لا يترك حرفته لمن لا يرى فيها رزقا. لا بد من أجر كريم للمتدرب منذ اليوم الأول، ومن شهادة تعترف بها الدولة عند نهاية التكوين.',
        ],
        to: 0,
      },
      {
        author: 'giulia',
        lang: 'en',
        paragraphs: [
          'We film every gesture of our stonemasons, from the choice of the block to the last pass of the chisel. A film does not replace a master, but cities should keep at least that, and keep it open to everyone.',
        ],
        to: 1,
      },
      {
        author: 'hatem',
        lang: 'ar',
        paragraphs: [
          'جربنا في القيروان تبادل الصنّاع: نجّار من عندنا قضى ثلاثة أشهر في ورش بفاس وعاد بتقنية كدنا نفقدها. ينبغي أن تصبح هذه الزيارات برنامجا دائما بين مدننا.',
        ],
        to: 1,
      },
      {
        author: 'meilin',
        lang: 'en',
        paragraphs: [
          'Our canal houses had the same trouble. What helped was a rule: whoever receives public money for a repair must hire one person under twenty-five for it.',
        ],
        to: 0,
      },
    ],
  },
  {
    topic: 'heritage',
    title: 'Living in a monument: what do residents need?',
    posts: [
      {
        author: 'rafael',
        lang: 'en',
        paragraphs: [
          'In our old quarter, families leave because of small things: no place for a pram, no lift, no shop that sells milk. Heritage rules protect the façade and forget the fridge.',
          'Heritage plans should start with a list of what daily life needs, written by those who live there.',
        ],
      },
      {
        author: 'mehdi',
        lang: 'fr',
        paragraphs: [
          'À Fès, la question est aussi celle des maisons qui menacent ruine. Reloger sans séparer les voisins est aussi important que consolider les murs.',
        ],
        to: 0,
      },
      {
        author: 'lucia',
        lang: 'fr',
        paragraphs: [
          'Il faut donner aux habitants un seul interlocuteur pour tous les permis. Chez nous, réparer un toit demandait l’accord de cinq bureaux ; beaucoup ont renoncé.',
        ],
        to: 0,
      },
      {
        author: 'ayesha',
        lang: 'en',
        paragraphs: [
          'And tenants must be heard, not only owners. In the walled city most of those who know the house do not own it.',
        ],
        to: 2,
      },
    ],
  },
];
