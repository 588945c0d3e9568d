import signing from './signing.js';

/** The way of the appeal to its adoption, and its signatures. */
export default {
  ...signing,
  'adoption.title': 'Du projet à la publication',
  'adoption.steps': 'Étapes de l’appel',
  'adoption.about.drafting':
    'Le comité de rédaction travaille au texte. Une fois soumis aux délégations, elles peuvent l’amender.',
  'adoption.about.reviewing':
    'Les délégations lisent le projet et l’amendent. Il est soumis à l’adoption dès que quelqu’un répond de chaque clause dans chaque langue.',
  'adoption.about.adopting':
    'Le texte ne bouge plus. Des clauses peuvent d’abord être votées séparément ; le forum vote ensuite sur l’ensemble.',
  'adoption.about.adopted':
    'Le forum a adopté le texte. Les chefs de délégation le signent, puis il est publié.',
  'adoption.about.publishing': 'La publication est en préparation.',
  'adoption.about.published': 'L’appel est publié, avec ses signatures.',
  'adoption.about.superseded': 'Une correction a pris la place de cet appel.',
  'adoption.missing.adoption': 'Avant de soumettre à l’adoption :',
  'adoption.missing.publication': 'Avant de publier :',
  'adoption.ready.adoption': 'Rien ne manque : le texte peut être soumis à l’adoption.',
  'adoption.ready.publication': 'Rien ne manque : l’appel peut être publié.',
  'adoption.do.review': 'Ouvrir l’examen',
  'adoption.sure.review': 'Soumettre le projet aux délégations ?',
  'adoption.sure-text.review':
    'Toutes les personnes qui siègent pourront l’amender. Le texte actuel est gardé comme version, pour comparer.',
  'adoption.do.adoption': 'Soumettre à l’adoption',
  'adoption.sure.adoption': 'Soumettre le texte à l’adoption ?',
  'adoption.sure-text.adoption': 'Plus personne ne le modifie : ce qui est voté est ce que chacun lit.',
  'adoption.do.publish': 'Publier l’appel',
  'adoption.sure.publish': 'Publier l’appel définitivement ?',
  'adoption.sure-text.publish':
    'La publication est scellée et signée : le texte, ses sources et les votes ne changent plus. Chacun pourra la lire et la vérifier.',
  'adoption.redraft': 'Revenir au projet',
  'adoption.redraft-sure': 'Ramener le texte au projet ?',
  'adoption.redraft-text':
    'On pourra de nouveau y écrire. Ce qui a été adopté et signé le reste si le texte redevient le même, à la lettre.',
  'adoption.redraft-reason': 'Raison',
  'adoption.hash': 'Empreinte du texte dans ses trois langues :',
  'adoption.polls': 'Votes sur l’appel',
  'adoption.vote': 'Mettre au vote',
  'adoption.vote-about': 'Objet du vote',
  'adoption.vote-about-hint': 'Une clause qui n’est pas gardée sort du texte. L’ensemble vient en dernier.',
  'adoption.whole': 'L’ensemble du texte',
  'adoption.prepare-vote': 'Préparer le vote',
  'adoption.vote-hint': 'L’ouvrir est une étape de plus, devant tout le monde.',
  'adoption.recital': 'Alinéa',
} as const;
