/** The front page and the forums. */
export default {
  'forums.title': 'Forums',
  'forums.what': 'Des villes délibèrent, et leur voix porte.',
  'forums.what-text':
    'Nidaa accompagne un forum international de villes, de la première contribution à la déclaration publiée. Les délégations discutent, proposent et votent en arabe, en français et en anglais. Chaque phrase de l’appel publié mène aux contributions et aux votes qui l’ont fait naître.',
  'forums.empty': 'Aucun forum pour l’instant',
  'forums.empty-text': 'Le premier forum apparaîtra ici dès que quelqu’un l’aura créé.',
  'forums.new': 'Créer un forum',
  'forums.mine': 'Vous y participez : {{role}}',
} as const;
