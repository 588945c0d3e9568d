/** What moderators prepare: sessions. */
export default {
  'sessions.add': 'Ajouter une séance',
  'sessions.edit': 'Modifier la séance',
  'sessions.title': 'Titre de la séance',
  'sessions.kind': 'Type',
  'sessions.place': 'Lieu',
  'sessions.startsAt': 'Début',
  'sessions.endsAt': 'Fin',
  'sessions.zone': 'Heures de cet appareil ({{zone}}).',
  'sessions.empty': 'Aucune séance pour l’instant',
  'sessions.empty-text':
    'Plénières, ateliers, cérémonies et visites : ajoutez-les dans n’importe quel ordre.',
  'sessions.start': 'Commencer',
  'sessions.end': 'Lever la séance',
  'sessions.end-sure': 'Lever la séance « {{name}} » ?',
  'sessions.end-text': 'Une séance levée ne reprend pas, et plus aucun vote ne peut s’y ouvrir.',

  'error.session.dates': 'La fin de la séance doit suivre son début.',
  'error.session.state': 'La séance n’en est plus là. Voici son état actuel.',
} as const;
