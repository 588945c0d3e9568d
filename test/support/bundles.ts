import {
  BUNDLE_FORMAT,
  type BundleProposal,
  type ContributionBundle,
} from '../../src/appeal/compile/bundle.js';
import type { Region } from '../../src/forum/forum.contract.js';

/** A small forum of three cities in three languages, written for the tests: every kind of contribution is in it. */
export function smallBundle(): ContributionBundle {
  const city = (id: string, region: Region | null, ar: string, fr: string, en: string) => ({
    id,
    name: { ar, fr, en },
    region,
  });
  return {
    format: BUNDLE_FORMAT,
    forum: {
      slug: 'fes',
      title: { ar: 'تدبير المدن', fr: 'Gérer la ville', en: 'Running cities' },
      place: { ar: 'فاس', fr: 'Fès', en: 'Fez' },
      hostCity: { ar: 'فاس', fr: 'Fès', en: 'Fez' },
      startsOn: '2014-06-12',
      endsOn: '2014-06-14',
      lang: 'fr',
      topics: [
        { id: 'heritage', position: 1, name: { ar: 'التراث', fr: 'Patrimoine', en: 'Heritage' } },
        { id: 'budget', position: 0, name: { ar: 'الميزانية', fr: 'Budget', en: 'Budget' } },
      ],
    },
    cities: [
      city('fez', 'africa', 'فاس', 'Fès', 'Fez'),
      city('antwerp', 'europe', 'أنتويرب', 'Anvers', 'Antwerp'),
      city('coimbra', 'europe', 'قلمرية', 'Coimbra', 'Coimbra'),
    ],
    proposals: [
      proposal({
        id: 'p1',
        number: 1,
        topicId: 'budget',
        cityId: 'fez',
        state: 'adopted',
        texts: [
          {
            lang: 'fr',
            title: 'Budget participatif',
            text: 'Considérant que l’impôt est payé par tous. Nous nous engageons à confier aux habitants une part du budget de chaque ville.',
          },
          {
            lang: 'en',
            title: 'Participatory budget',
            text: 'Considering that taxes are paid by all. We undertake to entrust residents with a part of the budget of every city.',
          },
        ],
        endorsements: [
          { cityId: 'fez', lang: 'ar', count: 3 },
          { cityId: 'antwerp', lang: 'en', count: 2 },
        ],
        endorsingCities: [
          { cityId: 'fez', lang: 'ar' },
          { cityId: 'antwerp', lang: 'en' },
        ],
        poll: { id: 'v1', adopted: true, yes: '5', no: '1', abstain: '0', entitled: '7' },
      }),
      proposal({
        id: 'p2',
        number: 2,
        topicId: 'heritage',
        cityId: 'antwerp',
        texts: [
          {
            lang: 'fr',
            title: 'Fonds',
            text: 'Créer un fonds commun pour restaurer les maisons des vieilles villes.',
          },
        ],
        endorsements: [{ cityId: 'coimbra', lang: 'fr', count: 4 }],
        endorsingCities: [{ cityId: 'fez', lang: 'ar' }],
      }),
      proposal({
        id: 'p3',
        number: 3,
        topicId: 'heritage',
        cityId: 'coimbra',
        texts: [
          {
            lang: 'fr',
            title: 'Restaurer',
            text: 'Je propose de créer un fonds commun pour restaurer les vieilles maisons de nos villes.',
          },
        ],
      }),
      proposal({
        id: 'p4',
        number: 4,
        topicId: 'budget',
        cityId: 'coimbra',
        state: 'rejected',
        texts: [
          {
            lang: 'fr',
            title: 'Péage',
            text: 'Instaurer un péage à toutes les portes de la ville ancienne.',
          },
        ],
        poll: { id: 'v2', adopted: false, yes: '1', no: '5', abstain: '1', entitled: '7' },
      }),
      proposal({
        id: 'p5',
        number: 5,
        state: 'submitted',
        texts: [
          { lang: 'fr', title: 'Attente', text: 'Publier les comptes de chaque ville une fois par an.' },
        ],
      }),
    ],
    threads: [
      {
        id: 't1',
        topicId: 'heritage',
        title: 'La médina',
        lang: 'fr',
        posts: [
          post('m1', 'fez', 'fr', 'Le patrimoine d’une ville appartient aux générations qui viennent.', 5),
          post('m2', 'coimbra', 'fr', 'Bonjour, merci à tous !'),
          post('m3', 'fez', 'ar', 'ينبغي أن تُرمَّم البيوت العتيقة بمشاركة سكان المدينة القديمة.', 2),
          post(
            'm4',
            'antwerp',
            'en',
            'Cities should open their archives to the schools of every quarter.',
            3,
          ),
        ],
      },
      {
        id: 't3',
        topicId: 'budget',
        title: 'Les comptes',
        lang: 'fr',
        posts: [
          post(
            'm6',
            'antwerp',
            'fr',
            'Chaque ville doit publier une fois par an les comptes de ses vieilles maisons.',
          ),
          post(
            'm7',
            'coimbra',
            'fr',
            'Il faut que les habitants de la ville ancienne soient appelés à restaurer.',
          ),
        ],
      },
      { id: 't2', topicId: null, title: 'Divers', lang: 'fr', posts: [post('m5', null, 'fr', 'Oui.')] },
    ],
  };
}

function proposal(
  given: Partial<BundleProposal> & Pick<BundleProposal, 'id' | 'number' | 'texts'>,
): BundleProposal {
  return {
    topicId: null,
    cityId: null,
    lang: 'fr',
    state: 'admitted',
    endorsements: [],
    endorsingCities: [],
    importedSupport: 0,
    poll: null,
    ...given,
  };
}

function post(id: string, cityId: string | null, lang: string, text: string, support = 0) {
  return { id, parentId: null, cityId, lang, text, support, opposition: 0 };
}
