import type { SampleThread } from '../content.js';

export const WATER_AND_STREETS: readonly SampleThread[] = [
  {
    topic: 'water',
    title: 'Des fontaines fermées, des réseaux qui fuient : par où commencer ?',
    posts: [
      {
        author: 'mehdi',
        lang: 'fr',
        paragraphs: [
          'Notre médina avait de l’eau courante dans ses maisons et ses fontaines bien avant les canalisations modernes. Aujourd’hui, beaucoup de ces fontaines sont à sec, pendant que le réseau fuit.',
          'Les villes devraient commencer par compter : on ne répare que ce que l’on mesure.',
        ],
      },
      {
        author: 'issa',
        lang: 'fr',
        paragraphs: [
          'Dans nos quartiers périphériques, la borne-fontaine est encore le seul robinet. Il faut que les économies faites au centre servent d’abord à ceux qui n’ont rien.',
        ],
        to: 0,
      },
      {
        author: 'lucia',
        lang: 'fr',
        paragraphs: [
          'Nos patios refroidissent la maison avec quelques litres d’eau et beaucoup de plantes. Ces savoirs ne coûtent rien et devraient figurer dans les règles de construction.',
        ],
        to: 0,
      },
      {
        author: 'minjae',
        lang: 'en',
        paragraphs: [
          'We collect rain from the roofs of schools and sports halls and use it to wash streets and water trees. Pupils read the meter every Monday. Cities should make their own buildings the first example.',
        ],
        to: 2,
      },
      {
        author: 'khadija',
        lang: 'ar',
        paragraphs: [
          'السقاية ليست ماء فقط، بل مكان لقاء. ينبغي أن تُرمم مع الساحة التي حولها، وأن تُسند حراستها إلى سكان الحي.',
        ],
        to: 0,
      },
    ],
  },
  {
    topic: 'mobility',
    title: 'Deliveries, mules and electric carts',
    posts: [
      {
        author: 'agnieszka',
        lang: 'en',
        paragraphs: [
          'The lanes of the medina work without cars, and I left with more questions than answers. How do you carry a fridge, a patient, the rubbish?',
        ],
      },
      {
        author: 'khadija',
        lang: 'ar',
        paragraphs: [
          'بالدواب والعربات اليدوية في الغالب، وبعربات كهربائية ضيقة في بعض الدروب. يجب أن تُحدد ساعات التوصيل باتفاق مع التجار، وإلا ضاق الزقاق بالجميع.',
        ],
        to: 0,
      },
      {
        author: 'bram',
        lang: 'fr',
        paragraphs: [
          'Nous avons réuni les livreurs et les riverains autour d’un plan de la rue, pendant une matinée. Depuis, les livraisons se font avant dix heures et personne n’a demandé à revenir en arrière.',
        ],
        to: 1,
      },
      {
        author: 'aminata',
        lang: 'fr',
        paragraphs: [
          'N’oublions pas ceux qui ne peuvent pas marcher. Une ville piétonne doit prévoir un transport léger pour les personnes âgées et les malades, gratuit et sans rendez-vous.',
        ],
        to: 0,
      },
    ],
  },
];
