/** What a new compile suggests on clauses that people have worked on. */
export default {
  'suggestions.what':
    'La nouvelle rédaction a tout laissé comme vous l’avez. Ici, elle a autre chose pour une clause que vous avez retravaillée : décidez de chacune avant de publier.',
  'suggestions.none': 'Rien n’est suggéré',
  'suggestions.is-changed':
    'Vous avez modifié cette clause, et les contributions la disent maintenant autrement.',
  'suggestions.is-gone':
    'Vous avez modifié cette clause. La rédaction ne l’a plus : les contributions ne la portent plus.',
  'suggestions.is-back': 'Vous avez retiré cette clause. Les contributions la disent maintenant autrement.',
  'suggestions.place': 'Dans votre projet : {{ours}}. Dans la rédaction : {{theirs}}.',
  'suggestions.ours': 'Votre projet',
  'suggestions.theirs': 'La nouvelle rédaction',
  'suggestions.together': 'Les deux changements',
  'suggestions.not-there': 'La clause n’y est pas.',
  'suggestions.keep-changed': 'Garder vos mots',
  'suggestions.keep-gone': 'Garder la clause',
  'suggestions.keep-back': 'La laisser de côté',
  'suggestions.take-changed': 'Prendre ceux de la rédaction',
  'suggestions.take-gone': 'Retirer la clause',
  'suggestions.take-back': 'La reprendre',
  'suggestions.both': 'Faire les deux changements',
} as const;
