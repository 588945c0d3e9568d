/** The terms of a vote in words. */
export default {
  'method.yes-no-abstain': 'Oui, non, abstention',
  'method.plurality': 'Choix',
  'method.approval': 'Approbation',
  'method.score': 'Notes',
  'method.borda': 'Points de Borda',
  'method.irv': 'Élimination successive (IRV)',
  'method.stv': 'Vote unique transférable (STV)',
  'method.schulze': 'Classement (Schulze)',
  'method.ranked-pairs': 'Classement (paires ordonnées)',

  'method-hint.yes-no-abstain': 'Pour un texte ou une question.',
  'method-hint.plurality': 'Le bulletin choisit ; l’option la plus choisie l’emporte.',
  'method-hint.approval': 'Le bulletin approuve autant d’options qu’il veut ; la plus approuvée l’emporte.',
  'method-hint.score': 'Le bulletin note chaque option ; la plus forte somme l’emporte.',
  'method-hint.borda': 'Le bulletin classe ; chaque rang vaut des points, la plus forte somme l’emporte.',
  'method-hint.irv':
    'Le bulletin classe ; la dernière option sort et ses voix passent à la suivante, jusqu’à ce qu’une dépasse la moitié.',
  'method-hint.stv':
    'Le bulletin classe ; excédents et voix des éliminés sont transférés, et chaque groupe assez grand obtient sa part des sièges.',
  'method-hint.schulze':
    'Le bulletin classe, égalités permises ; l’option préférée à chacune des autres l’emporte.',
  'method-hint.ranked-pairs':
    'Le bulletin classe, égalités permises ; les comparaisons les plus nettes sont fixées d’abord.',

  'share.half': 'la moitié',
  'share.two-thirds': 'les deux tiers',
  'share.third': 'un tiers',
  'share.other': '{{num}}/{{den}}',

  'terms.simple': 'Adopté s’il y a plus de voix pour que de voix contre.',
  'terms.absolute': 'Adopté si les voix pour dépassent la moitié {{of}}.',
  'terms.share': 'Adopté si les voix pour atteignent au moins {{share}} {{of}}.',
  'terms.groups-simple.cities': 'Il faut aussi plus de villes pour que de villes contre.',
  'terms.groups-simple.regions': 'Il faut aussi plus de régions pour que de régions contre.',
  'terms.groups-absolute.cities': 'Il faut aussi plus de la moitié des villes.',
  'terms.groups-absolute.regions': 'Il faut aussi plus de la moitié des régions.',
  'terms.groups-share.cities': 'Il faut aussi au moins {{share}} des villes.',
  'terms.groups-share.regions': 'Il faut aussi au moins {{share}} des régions.',
  'terms.quorum-entitled': 'Au moins {{share}} des inscrits doivent prendre part.',
  'terms.quorum-present': 'Au moins {{share}} des présents doivent prendre part.',
  'terms.no-quorum': 'Il n’y a pas de quorum.',
  'terms.choices': 'Choix par bulletin, au plus : {{number, number}}.',
  'terms.seats': 'Sièges : {{number, number}}.',
  'terms.scores': 'Les notes vont de {{low, number}} à {{high, number}}.',
  'terms.tied-last': 'Les options laissées de côté viennent après toutes celles qui sont classées.',
  'terms.no-opinion': 'Les options laissées de côté ne sont pas comparées.',
  'terms.tie-none': 'Une égalité reste une égalité.',
  'terms.tie-order': 'En cas d’égalité, l’ordre de la liste décide.',
  'terms.tie-lot': 'En cas d’égalité, le sort décide.',
  'terms.delegates': 'Chaque membre des délégations vote.',
  'terms.cities': 'Chaque ville a une voix.',
  'terms.circle': 'Les personnes choisies votent.',
  'terms.confirmed': 'Une seconde personne de la ville la confirme.',
  'terms.proxies': 'Les procurations comptent.',
  'terms.roll-call': 'On vote par appel nominal.',
  'terms.live': 'On vote par appel nominal, vu en direct.',
  'terms.named': 'Les voix sont publiées avec les noms en même temps que le résultat.',
  'terms.secret': 'Le vote est secret.',
  'terms.changeable': 'Une voix peut être changée jusqu’à la clôture.',
  'terms.final': 'Une voix donnée ne change plus.',
  'terms.at-close': 'Le résultat est publié à la clôture.',
  'terms.by-chair': 'La présidence publie le résultat.',

  'base.votes': 'des voix pour ou contre',
  'base.valid': 'des suffrages exprimés et des abstentions',
  'base.cast': 'de toutes les voix données, blanches et nulles comprises',
  'base.present': 'des personnes présentes',
  'base.entitled': 'de toutes les voix de la liste',

  'error.poll.state': 'Le vote n’en est plus là. Voici son état actuel.',
  'error.poll.not-open': 'Le vote n’est pas ouvert.',
  'error.poll.not-on-roll': 'Vous n’êtes pas sur la liste de ce vote.',
  'error.poll.already-voted': 'Votre voix avait déjà été reçue ; la première compte.',
  'error.poll.roll-empty':
    'Personne ne pourrait voter : la liste serait vide. Vérifiez les délégations, ou qui le cercle désigne.',
  'error.poll.stage-taken': 'Un autre vote est déjà ouvert dans cette séance. Clôturez-le d’abord.',
  'error.poll.subject': 'Cette proposition ne peut pas être mise aux voix dans son état actuel.',
  'error.poll.session': 'Un vote ne s’ouvre que pendant une séance en cours.',
  'error.poll.terms':
    'Ces modalités ne vont pas ensemble. Vérifiez le mode de scrutin, les nombres et la règle.',
  'error.poll.present-needed':
    'La règle se mesure aux personnes présentes : indiquez combien il y en a dans la salle, puis ouvrez.',
  'error.poll.present-weights':
    'Les voix de cette liste n’ont pas toutes le même poids : un nombre de personnes présentes ne peut pas les mesurer. Choisissez une autre base pour la majorité, puis ouvrez.',
  'error.poll.group-missing':
    'Quelqu’un sur la liste n’a ni ville ni région où être compté. Donnez-lui une délégation, ou renoncez à la double majorité.',
  'error.poll.tell-apart':
    'Trop peu de votants partagent un poids, un groupe ou un nombre de voix : leurs bulletins secrets pourraient être reconnus. Donnez à tous le même poids, renoncez aux procurations ou à la double majorité, ou votez à bulletins nominatifs.',
  'error.poll.no-repeat': 'Seul un vote annulé, ou qui n’a rien décidé, peut être repris.',
  'error.poll.represented': 'Quelqu’un détient votre procuration et vote pour vous ici.',
  'error.ballot.invalid':
    'Ce bulletin ne convient pas à ce vote. Rechargez la page et choisissez de nouveau.',
  'error.ballot.code-taken': 'Ce code de suivi est déjà pris. Renvoyez : un autre sera tiré.',
  'error.ballot.retry': 'De très nombreuses voix arrivent en ce moment. La vôtre repart d’elle-même.',
  'error.ballot.changed':
    'Un autre bulletin a été déposé entre-temps pour cette voix, et il compte. Regardez-le, et changez-le si vous le souhaitez toujours.',
  'error.ballot.confirmed': 'Une seconde personne a confirmé cette voix ; elle ne change plus.',
  'error.ballot.own':
    'Qui a donné cette voix ne peut pas la confirmer. Il y faut une seconde personne de la ville.',
  'error.rehearsal.running': 'Une répétition de ce vote est en cours. Attendez son rapport.',
  'error.hand.differs':
    'Ces nombres ne sont pas ceux qu’a saisis l’autre personne. Recomptez ensemble, puis saisissez tous deux les mêmes.',
  'error.hand.too-many': 'C’est plus de voix que de personnes de la liste qui n’ont pas encore voté.',
  'error.hand.weights':
    'Les voix de cette liste n’ont pas toutes le même poids : des voix sans nom ne peuvent pas être comptées à la main.',
} as const;
