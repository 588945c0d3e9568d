/** Écrire le texte de l’appel à plusieurs, ses versions et ses sources. */
export default {
  'together.here': 'Avec vous :',
  'together.alone': 'Vous êtes seul dans le texte.',
  'together.opening': 'Ouverture du texte…',
  'together.reading': 'Vous pouvez suivre ; les modérateurs écrivent.',
  'together.saved': 'Tout est enregistré.',
  'together.saving': 'Enregistrement…',
  'together.offline':
    'Pas de connexion. Vous pouvez continuer d’écrire ; tout sera réuni au retour de la ligne.',
  'together.offline-kept':
    'Pas de connexion. Ce que vous écrivez est gardé sur cet appareil et sera réuni au retour de la ligne, même si vous fermez la page.',
  'together.offline-unsaved':
    'Pas de connexion. Ce que vous écrivez reste sur cette page et sera réuni au retour de la ligne : ne la fermez pas.',
  'together.untaken':
    'Voici ce que vous avez écrit et que le texte n’a pas pris, tel que c’était sur votre écran. Copiez ce qu’il vous faut.',
  'together.copy-untaken': 'Copier ces mots',
  'together.give-up': 'Je n’en ai plus besoin',
  'together.more_one': 'et {{count}} autre',
  'together.more_many': 'et {{count}} autres',
  'together.more_other': 'et {{count}} autres',
  'together.begin-again': 'Reprendre le texte actuel',
  'together.text-in': 'Texte de l’appel : {{language}}',
  'together.held':
    '{{name}} écrit dans cette clause. Attendez un instant avant de la scinder, joindre, déplacer ou supprimer.',
  'together.too-long': 'Une clause compte au plus 4 000 signes dans chaque langue.',
  'together.clause': 'La clause en cours',
  'together.choose': 'Placez le curseur dans une clause : ce sur quoi elle repose s’affiche ici.',
  'together.no-words': 'Dès que la clause a des mots, elle peut recevoir des sources.',
  'together.contributions': 'Contributions',
  'together.contributions-hint': 'Choisissez un passage, ou faites-le glisser sur une clause.',
  'together.add': 'Ajouter une clause dessous',
  'together.split': 'Scinder au curseur',
  'together.join': 'Joindre à la précédente',
  'together.keys':
    'Touches : Ctrl+Entrée scinde, Retour arrière au début joint, Alt+↑ et Alt+↓ déplacent, Ctrl+Z annule.',
  'together.writes': '{{name}} écrit',
  'versions.name': 'Nom de la version',
  'versions.name-hint': 'Par exemple : après la première lecture',
  'versions.keep': 'Garder le texte comme version',
  'versions.none': 'Pas encore de version',
  'versions.none-text':
    'Une version garde le texte tel qu’il est, sous un nom, pour le comparer et le rétablir.',
  'versions.restored': 'rétablie depuis la {{number}}',
  'versions.restore': 'Rétablir cette version',
  'versions.restore-sure': 'Rétablir « {{name}} » ?',
  'versions.restore-text':
    'Le texte redevient ce qu’il était, comme version suivante. Rien n’est effacé de l’histoire : gardez d’abord l’état présent comme version si vous voulez y revenir.',

  'error.document.unfit': 'Cette modification ne convient pas au texte et n’a pas été gardée.',
  'error.document.incomplete': 'Le texte a avancé ailleurs. Il est en train d’être mis à jour.',
  'error.document.replaced': 'Le texte a été refait sur le serveur. Le voici tel qu’il est.',
  'error.document.full': 'Le texte est devenu trop long pour cette modification.',
} as const;
