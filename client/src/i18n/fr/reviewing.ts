/** Les amendements aux clauses de l’appel : proposer, lire, décider, mettre aux voix. */
export default {
  'reviewing.what-for':
    'Toute personne qui a la parole propose ici des changements aux clauses. La modération les accepte, les rejette ou les met aux voix.',
  'reviewing.closed':
    'Les amendements sont reçus pendant l’examen du projet. Ce qui a été proposé reste ici, avec la suite donnée.',
  'reviewing.about':
    'Écrivez chaque clause comme elle devrait se lire, dans la langue où elle a été écrite ; les autres suivent. Tout le monde voit votre amendement une fois déposé.',
  'reviewing.drafts': 'Vos brouillons',
  'reviewing.change': 'Changement {{number, number}}',
  'reviewing.another': 'Un changement de plus',
  'reviewing.leave-out': 'Retirer ce changement',
  'reviewing.what': 'Ce qu’il faut faire',
  'reviewing.kind-replace': 'Formuler une clause autrement',
  'reviewing.kind-insert': 'Ajouter une clause',
  'reviewing.kind-delete': 'Supprimer une clause',
  'reviewing.clause': 'Clause',
  'reviewing.behind': 'Après quelle clause',
  'reviewing.beginning': 'Tout au début',
  'reviewing.words': 'La clause comme elle devrait se lire',
  'reviewing.new-words': 'La nouvelle clause',
  'reviewing.lang': 'Langue des nouvelles clauses',
  'reviewing.so': 'Ce qui change :',
  'reviewing.moved':
    'La clause a été modifiée pendant que vous écriviez. Votre texte est ci-dessous, intact.',
  'reviewing.gone': 'La clause a été retirée du texte. Choisissez-en une autre, ou retirez ce changement.',
  'reviewing.bring': 'Reporter mon changement sur le nouveau texte',
  'reviewing.a-clause': 'Une clause qui n’est plus dans le texte',
  'reviewing.does-replace': '{{clause}} : autrement formulé',
  'reviewing.does-delete': '{{clause}} : supprimé',
  'reviewing.does-insert': 'Une nouvelle clause après : {{clause}}',
  'reviewing.does-insert-first': 'Une nouvelle clause au début',
  'reviewing.does-insert-next': 'Et à sa suite une autre',
  'reviewing.says-so-already': 'Le texte le dit déjà.',
  'reviewing.needs-author-text':
    'La clause a été modifiée dans les mêmes mots. Tant que l’auteur n’a pas tranché, il n’est ni accepté ni mis aux voix.',
  'reviewing.about-draft': 'Un brouillon que vous seul voyez. Déposez-le quand il est prêt.',
  'reviewing.about-voted': 'Un vote est préparé : il ne bouge plus jusqu’au résultat.',
  'reviewing.about-accepted': 'Accepté : il est dans le texte.',
  'reviewing.about-modified': 'Accepté en d’autres termes : ce sont eux qui sont dans le texte.',
  'reviewing.about-adopted': 'Le forum l’a adopté : il est dans le texte.',
  'reviewing.about-rejected': 'Il a été rejeté.',
  'reviewing.about-fallen': 'Il est tombé par l’adoption d’un autre.',
  'reviewing.about-withdrawn': 'Son auteur l’a retiré.',
  'reviewing.accept-text':
    'Il entre aussitôt dans le texte. Qui répond d’une autre langue de ces clauses est consulté de nouveau.',
  'reviewing.accept-otherwise-text':
    'Écrivez-le comme vous le prendriez. Ce qui était demandé reste lisible à côté.',
  'reviewing.reject-text': 'Son auteur et tout le monde lisent le motif.',
  'reviewing.withdraw-text': 'C’est sans retour.',
  'reviewing.order-text':
    'Selon la règle : ce qui s’éloigne le plus du texte est voté d’abord, pour qu’on puisse encore voter pour moins. La présidence ne peut pas le changer.',
  'reviewing.votes-hint':
    'Tous aux mêmes conditions, dans l’ordre ci-dessus. Chacun est ouvert sur sa page, à son tour.',
  'reviewing.collide-words_one':
    '{{count, number}} amendement change les mêmes mots de {{clause}} : {{names}}',
  'reviewing.collide-words_many': 'Ces {{count, number}} changent les mêmes mots de {{clause}} : {{names}}',
  'reviewing.collide-words_other': 'Ces {{count, number}} changent les mêmes mots de {{clause}} : {{names}}',
  'reviewing.collide-deletes_one': '{{count, number}} amendement supprime {{clause}} : {{names}}',
  'reviewing.collide-deletes_many':
    'De ces {{count, number}}, l’un au moins supprime {{clause}} que d’autres changent : {{names}}',
  'reviewing.collide-deletes_other':
    'De ces {{count, number}}, l’un au moins supprime {{clause}} que d’autres changent : {{names}}',
  'reviewing.collide-place_one':
    '{{count, number}} amendement ajoute une clause après {{clause}} : {{names}}',
  'reviewing.collide-place_many':
    'Ces {{count, number}} ajoutent des clauses différentes après {{clause}} : {{names}}',
  'reviewing.collide-place_other':
    'Ces {{count, number}} ajoutent des clauses différentes après {{clause}} : {{names}}',
  'reviewing.collide-first_one': '{{count, number}} amendement ajoute une clause au début : {{names}}',
  'reviewing.collide-first_many':
    'Ces {{count, number}} ajoutent des clauses différentes au début : {{names}}',
  'reviewing.collide-first_other':
    'Ces {{count, number}} ajoutent des clauses différentes au début : {{names}}',
  'reviewing.to-vote': 'Aller au vote',
  'error.clause-amendment.too-many':
    'Vous avez cinquante amendements ouverts. Retirez-en, ou attendez une décision.',
} as const;
