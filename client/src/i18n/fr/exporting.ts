/** Une proposition et ses amendements, à emporter. */
export default {
  'exporting.title': 'Exporter',
  'exporting.pdf': 'PDF',
  'exporting.pdf-hint': 'Le texte, lignes numérotées, puis chaque amendement avec son motif.',
  'exporting.synopsis': 'Synopsis (PDF)',
  'exporting.synopsis-hint': 'Chaque paragraphe à côté de ses amendements, en paysage.',
  'exporting.word': 'Word (DOCX)',
  'exporting.word-hint': 'Les amendements comme modifications suivies, à accepter ou à refuser.',
  'exporting.data': 'Données (JSON)',
  'exporting.data-hint': 'Tout, pour les programmes : versions, traces, soutiens, ordre, collisions.',
} as const;
