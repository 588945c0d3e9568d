/** Écrire le texte de l’appel à plusieurs, ses versions et ses sources. */
export default {
  'error.document.unfit': 'Cette modification ne convient pas au texte et n’a pas été gardée.',
  'error.document.incomplete': 'Le texte a avancé ailleurs. Il est en train d’être mis à jour.',
  'error.document.replaced': 'Le projet a été compilé à nouveau. Voici son texte actuel.',
  'error.document.full': 'Le texte est devenu trop long pour cette modification.',
} as const;
