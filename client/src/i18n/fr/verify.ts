/** The page that checks a release in the reader’s browser. What it finds is worded by the check itself. */
export default {
  'verify.title': 'Vérifier une publication',
  'verify.what':
    'La publication d’un appel, ou le procès-verbal d’un vote, se vérifie d’après ses seuls fichiers : signature, sommes de contrôle, chaque vote recompté, chaque citation dans la contribution qu’elle nomme, le projet rédigé de nouveau.',
  'verify.local': 'Cela se passe dans votre navigateur. Ce que vous choisissez ne quitte pas votre appareil.',
  'verify.key': 'Clé ou empreinte en laquelle vous avez confiance',
  'verify.key-hint': 'L’éditeur la donne ailleurs : sur papier, sur son propre site, dans la salle.',
  'verify.choose': 'Ce qui est à vérifier',
  'verify.file': 'Choisir un zip ou un procès-verbal',
  'verify.folder': 'Choisir un dossier',
  'verify.from-site': 'Prendre la publication de ce serveur',
  'verify.checking': 'Vérification en cours. Un long appel demande quelques secondes.',
  'verify.failed': 'La vérification n’a pas pu se faire dans ce navigateur.',
  'verify.no-release': 'Ceci n’est ni une publication ni le procès-verbal d’un vote.',
  'verify.of-release': 'Publication de l’appel {{slug}}',
  'verify.of-record': 'Procès-verbal d’un vote',
  'verify.holds': 'Tout est exact.',
  'verify.holds-not': 'Ce n’est pas exact.',
  'verify.faults': 'Ce qui n’est pas exact',
  'verify.found': 'Ce qui est exact',
  'verify.unknown-key':
    'Vous ne connaissez pas cette clé. Comparez cette empreinte avec celle que l’éditeur donne ailleurs :',
} as const;
