import type { SampleProposal } from '../content.js';

export const MOBILITY: readonly SampleProposal[] = [
  {
    key: 'walking',
    topic: 'mobility',
    author: 'agnieszka',
    lang: 'en',
    title: {
      en: 'Walking first in old towns',
      fr: 'La marche d’abord dans les villes anciennes',
      ar: 'المشي أولا في المدن العتيقة',
    },
    body: {
      en: [
        'Recalling that our old towns were built at the pace of walking, and that the medina of Fez has remained so to this day.',
        'We commit to giving way to people on foot in our old towns, and to keeping deliveries to hours and vehicles agreed with shopkeepers and residents. We recommend linking the gates of old towns to frequent public transport rather than to ever larger car parks.',
      ],
      fr: [
        'Rappelant que nos villes anciennes ont été bâties au pas de la marche, et que la médina de Fès l’est restée jusqu’à aujourd’hui.',
        'Nous nous engageons à donner la priorité aux piétons dans nos villes anciennes, et à limiter les livraisons à des heures et à des véhicules convenus avec les commerçants et les habitants. Nous recommandons de relier les portes des villes anciennes à des transports publics fréquents plutôt qu’à des parkings toujours plus grands.',
      ],
      ar: [
        'إذ نذكّر بأن مدننا العتيقة بُنيت على إيقاع المشي، وبأن مدينة فاس العتيقة ظلت كذلك إلى اليوم.',
        'نلتزم بأن نعطي الأسبقية للراجلين في مدننا العتيقة، وبأن نحصر توصيل السلع في أوقات ومركبات يُتفق عليها مع التجار والسكان. نوصي بربط أبواب المدن العتيقة بنقل عمومي متواتر بدل مواقف سيارات تكبر باستمرار.',
      ],
    },
    state: 'admitted',
    endorsers: ['piotr', 'giulia', 'claire', 'bram', 'mehdi', 'lucia'],
  },
  {
    key: 'access',
    topic: 'mobility',
    author: 'aminata',
    lang: 'fr',
    title: {
      fr: 'Une ville où chacun peut se déplacer seul',
      ar: 'مدينة يتنقل فيها كل واحد بمفرده',
      en: 'A city where everyone can get about alone',
    },
    body: {
      fr: [
        'Soulignant qu’une marche, un trottoir ou une affiche illisible suffisent à fermer la ville à l’un de nous.',
        'Nous nous engageons à vérifier tout nouvel aménagement avec des personnes handicapées, des personnes âgées et des parents d’enfants en bas âge, avant les travaux et non après. Nous recommandons de publier la carte des obstacles connus et le calendrier de leur suppression.',
      ],
      ar: [
        'إذ نشدد على أن درجة أو رصيفا أو لوحة لا تُقرأ تكفي لإغلاق المدينة في وجه واحد منا.',
        'نلتزم بأن نفحص كل تهيئة جديدة مع الأشخاص في وضعية إعاقة والمسنين وآباء الأطفال الصغار، قبل الأشغال لا بعدها. نوصي بنشر خريطة العوائق المعروفة وجدول إزالتها.',
      ],
      en: [
        'Stressing that one step, one kerb or one unreadable sign is enough to close the city to one of us.',
        'We commit to checking every new layout with disabled people, older people and parents of small children, before the works and not after them. We recommend publishing the map of known obstacles and the schedule for removing them.',
      ],
    },
    state: 'submitted',
    endorsers: [],
  },
];
