/** A long discussion in its own sentences. */
export default {
  'summary.title': 'En ses propres mots',
  'summary.what':
    'Les phrases qui disent le mieux ce qui s’est dit, d’autant de villes qu’il en parle ici. Chacune mène à son message.',
  'summary.to-post': 'Vers le message',
} as const;
