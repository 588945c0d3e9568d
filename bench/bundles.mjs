/** Bundles of so many contributions for the benches, in three languages, the same at each run. */
import { numbers } from './texts.mjs';

/** Parts of sentences that people would write: an opening, what it is about, and an end. */
const SPOKEN = {
  fr: {
    openings: [
      'Créer',
      'Les villes doivent ouvrir',
      'Nous nous engageons à soutenir',
      'Il faudrait financer',
      'Je propose de développer',
      'Considérant que chaque ville a besoin de',
      'Le forum est',
      'Il ne faut pas fermer',
    ],
    things:
      'un fonds commun|des conseils de quartier|les écoles du soir|des jardins partagés|un réseau de bibliothèques|les archives municipales|une maison des jeunes|des pistes cyclables|un budget participatif|les marchés couverts|des ateliers de métiers|une ligne de tramway|des fontaines publiques|un inventaire du patrimoine|les musées de la médina|un centre de soins',
    ends: 'pour les habitants des vieilles villes|dans toutes les communes jumelées|avec les jeunes des deux rives|au service des artisans|sans attendre la prochaine rencontre|sous le contrôle des citoyens|en partageant les frais entre cités',
  },
  ar: {
    openings: [
      'ينبغي إحداث',
      'على المدن أن تفتح',
      'نلتزم بدعم',
      'يجب تمويل',
      'أقترح تطوير',
      'وإذ نؤكد حاجة كل مدينة إلى',
      'إن المنتدى هو',
      'لا ينبغي إغلاق',
    ],
    things:
      'صندوق مشترك|مجالس الأحياء|المدارس المسائية|الحدائق المشتركة|شبكة من المكتبات|الأرشيف البلدي|دار للشباب|مسالك الدراجات|ميزانية تشاركية|الأسواق المغطاة|ورشات الحرف|خط للترامواي|السقايات العمومية|جرد للتراث|متاحف المدينة العتيقة|مركز للعلاج',
    ends: 'لفائدة سكان المدن العتيقة|في كل الجماعات المتوأمة|مع شباب الضفتين|في خدمة الصناع التقليديين|دون انتظار اللقاء المقبل|تحت مراقبة المواطنين|مع تقاسم التكاليف بين المدن',
  },
  en: {
    openings: [
      'Create',
      'Cities should open',
      'We undertake to support',
      'It is time to fund',
      'I propose to develop',
      'Considering that every city needs',
      'The forum is',
      'Do not close',
    ],
    things:
      'a common fund|neighbourhood councils|evening schools|shared gardens|a network of libraries|the municipal archives|a house for the young|cycle paths|a participatory budget|covered markets|workshops for crafts|a tramway line|public fountains|an inventory of heritage|the museums of the old town|a health centre',
    ends: 'for residents of the old towns|in all twinned municipalities|with young people of both shores|in the service of craftspeople|without waiting for the next meeting|under the control of citizens|with costs shared between cities',
  },
};
const LANGS = ['fr', 'ar', 'en'];
const REGIONS = ['africa', 'europe', 'asia', 'americas'];
const TOPICS = 8;
const CITIES = 40;

/** One contribution in five is a proposal; a thread has forty posts. */
export function bundleOf(contributions, seed = 7) {
  const pick = numbers(seed);
  const proposals = Math.round(contributions / 5);
  return {
    format: 'nidaa-bundle/2',
    forum: {
      ...{ slug: 'bench', title: inAll('Villes'), place: inAll('Fès'), hostCity: inAll('Fès') },
      ...{ startsOn: '2014-06-12', endsOn: '2014-06-14', lang: 'fr' },
      topics: Array.from({ length: TOPICS }, (_, i) => ({
        id: `t${i}`,
        position: i,
        name: inAll(thing('fr', pick)),
      })),
    },
    cities: Array.from({ length: CITIES }, (_, i) => ({
      ...{ id: `c${i}`, name: inAll(`Ville ${i}`), region: REGIONS[i % REGIONS.length] },
    })),
    proposals: Array.from({ length: proposals }, (_, i) => proposal(i, pick)),
    threads: Array.from({ length: Math.ceil((contributions - proposals) / 40) }, (_, i) => ({
      ...{ id: `d${i}`, topicId: pick(4) ? `t${pick(TOPICS)}` : null, title: thing('fr', pick), lang: 'fr' },
      posts: Array.from({ length: Math.min(40, contributions - proposals - i * 40) }, (_, j) =>
        post(`m${String(i * 40 + j).padStart(6, '0')}`, pick),
      ),
    })),
  };
}

function proposal(i, pick) {
  const lang = LANGS[pick(3)];
  return {
    ...{
      id: `p${String(i).padStart(6, '0')}`,
      number: i + 1,
      topicId: `t${pick(TOPICS)}`,
      cityId: `c${pick(CITIES)}`,
    },
    ...{ lang, state: pick(50) ? 'admitted' : 'adopted', importedSupport: 0, poll: null },
    texts: [{ lang, title: thing(lang, pick), text: said(lang, 4 + pick(6), pick) }],
    endorsements: Array.from({ length: pick(4) }, (_, k) => ({
      ...{ cityId: `c${(i + k) % CITIES}`, lang: LANGS[pick(3)], count: 1 + pick(20) },
    })),
  };
}

function post(id, pick) {
  const lang = LANGS[pick(3)];
  return {
    ...{ id, parentId: null, cityId: pick(20) ? `c${pick(CITIES)}` : null, lang },
    ...{ text: said(lang, 1 + pick(5), pick), support: pick(12), opposition: 0 },
  };
}

function said(lang, sentences, pick) {
  return Array.from({ length: sentences }, () => sentence(lang, pick)).join(' ');
}

/** With a word now and then that hardly anybody else has, as real texts do. */
function sentence(lang, pick) {
  const { openings, ends } = SPOKEN[lang];
  const [opening, end] = [openings[pick(openings.length)], part(ends, pick)];
  const rare = pick(3) ? '' : ` ${lang === 'ar' ? 'حي' : 'quartier'}${pick(5_000)}`;
  return `${opening} ${thing(lang, pick)}${rare} ${end}${pick(2) ? `, ${thing(lang, pick)}` : ''}.`;
}

const thing = (lang, pick) => part(SPOKEN[lang].things, pick);
const part = (all, pick) => all.split('|')[pick(all.split('|').length)];
const inAll = (text) => ({ ar: text, fr: text, en: text });
