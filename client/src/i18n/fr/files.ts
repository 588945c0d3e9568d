/** Les fichiers d’une proposition : les lire, en joindre, en retirer. */
export default {
  'files.title': 'Fichiers joints',
  'files.sum': 'Empreinte (SHA-256)',
  'files.add': 'Joindre des fichiers',
  'files.hint':
    'Jusqu’à {{files}} fichiers de {{size}} au plus : PDF, images, documents, tableaux, présentations, texte.',
  'files.full': 'Il y a {{files}} fichiers. Retirez-en un pour en joindre un autre.',
  'files.remove': 'Retirer',
  'files.remove-named': 'Retirer {{name}}',
  'files.remove-title': 'Retirer ce fichier ?',
  'files.remove-text': '{{name}} sera retiré définitivement de la proposition.',
  'files.removed': 'Le fichier a été retiré',
  'files.added': '{{name}} est joint',
  'files.cancel-named': 'Ne pas envoyer {{name}}',
  'files.retry-named': 'Renvoyer {{name}}',
  'error.attachment.type':
    'Ce type de fichier ne peut être joint, ou son contenu n’est pas ce que dit son nom. Les documents avec macros ne sont pas acceptés.',
  'error.attachment.too-many': 'La proposition a autant de fichiers que possible. Retirez-en un d’abord.',
  'error.attachment.no-room':
    'Vous avez joint autant qu’une personne le peut dans ce forum. Retirez des fichiers devenus inutiles.',
} as const;
