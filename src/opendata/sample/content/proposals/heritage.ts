import type { SampleProposal } from '../content.js';

export const HERITAGE: readonly SampleProposal[] = [
  {
    key: 'artisans',
    topic: 'heritage',
    author: 'khadija',
    lang: 'ar',
    title: {
      ar: 'ترميم المدن العتيقة مع صنّاعها',
      fr: 'Restaurer les villes anciennes avec leurs artisans',
      en: 'Restoring old towns with their own artisans',
    },
    body: {
      ar: [
        'إذ نؤكد أن الجدار العتيق لا يحفظه إلا من يعرف كيف بُني، وأن الحرفة التي لا تُعلَّم تضيع في جيل واحد.',
        'نلتزم بأن نُسند أشغال الترميم إلى الصنّاع التقليديين كلما كانت حرفتهم هي التي بنت المعلمة. نلتزم بأن يستقبل كل ورش ترميم متدربين شبابا يتقاضون أجرا ويحصلون على شهادة. نوصي مدننا بأن تتقاسم دفاتر مواصفات الزليج والجبس والخشب والجير.',
      ],
      fr: [
        'Affirmant que seul sait garder un mur ancien celui qui sait comment on l’a bâti, et qu’un métier qui ne s’enseigne plus se perd en une génération.',
        'Nous nous engageons à confier les travaux de restauration aux artisans chaque fois que c’est leur métier qui a bâti le monument. Nous nous engageons à ce que chaque chantier de restauration accueille de jeunes apprentis, rémunérés et diplômés. Nous recommandons à nos villes de partager leurs cahiers des charges pour le zellige, le plâtre, le bois et la chaux.',
      ],
      en: [
        'Affirming that only those who know how an old wall was built know how to keep it, and that a craft which is no longer taught is lost within a generation.',
        'We commit to giving restoration works to artisans wherever it was their craft that built the monument. We commit to taking on, at every restoration site, young apprentices who are paid and who leave with a certificate. We recommend that our cities share their specifications for zellige, plaster, wood and lime.',
      ],
    },
    state: 'voted',
    rule: { majority: 'two-thirds', base: 'valid', quorum: { num: 1, den: 2, of: 'entitled' } },
    endorsers: [
      'youssef',
      'mehdi',
      'giulia',
      'marco',
      'lucia',
      'mounia',
      'hatem',
      'ayesha',
      'agnieszka',
      'meilin',
    ],
    votes: { no: [], abstain: ['bram'], absent: ['issa'] },
  },
  {
    key: 'intangible',
    topic: 'heritage',
    author: 'mounia',
    lang: 'ar',
    title: {
      ar: 'سجل مشترك للتراث غير المادي',
      fr: 'Un registre commun du patrimoine immatériel',
      en: 'A shared register of intangible heritage',
    },
    body: {
      ar: [
        'إذ نعي أن الأغنية والحكاية والطبخة تعبر البحار أسرع من الحجر، وأنها لا تُحفظ إلا بأصوات أصحابها.',
        'ندعو مدننا إلى إنشاء سجل مشترك للفنون والحرف والاحتفالات، يرويه حاملوها بلغاتهم ويبقى ملكا لهم. نوصي بأن يُفتح هذا السجل للمدارس والباحثين مجانا، وبأن تُسند جمعيات الأحياء مهمة إغنائه.',
      ],
      fr: [
        'Conscients qu’une chanson, un conte ou un plat traversent les mers plus vite que la pierre, et qu’ils ne se gardent que dans la voix de ceux qui les portent.',
        'Nous invitons nos villes à créer un registre commun des arts, des savoir-faire et des fêtes, raconté par leurs porteurs dans leurs langues et qui reste leur bien. Nous recommandons d’ouvrir gratuitement ce registre aux écoles et aux chercheurs, et de confier aux associations de quartier le soin de l’enrichir.',
      ],
      en: [
        'Aware that a song, a tale or a dish crosses the sea faster than stone, and is kept only in the voice of those who carry it.',
        'We invite our cities to create a shared register of arts, crafts and festivities, told by those who carry them, in their languages, and remaining their own. We recommend that this register be open to schools and researchers free of charge, and that neighbourhood associations be entrusted with adding to it.',
      ],
    },
    state: 'admitted',
    endorsers: ['hatem', 'khadija', 'aminata', 'mariam', 'seoyeon'],
  },
  {
    key: 'stay',
    topic: 'heritage',
    author: 'marco',
    lang: 'fr',
    title: {
      fr: 'Des centres anciens où l’on habite encore',
      ar: 'مراكز عتيقة ما زال الناس يسكنونها',
      en: 'Old centres where people still live',
    },
    body: {
      fr: [
        'Soulignant qu’un centre ancien sans habitants n’est plus une ville, mais un décor.',
        'Nous nous engageons à maintenir, dans nos centres anciens, des logements, des écoles et des commerces de tous les jours. Nous recommandons de soumettre à autorisation la transformation d’un logement en location touristique, et d’en consacrer le produit à la réparation des maisons occupées. Nous invitons les villes à associer les habitants, locataires compris, à chaque projet qui touche leur rue.',
      ],
      ar: [
        'إذ نشدد على أن المركز العتيق بلا سكان لم يعد مدينة، بل صار ديكورا.',
        'نلتزم بأن نُبقي في مراكزنا العتيقة السكن والمدرسة ودكاكين الحياة اليومية. نوصي بإخضاع تحويل السكن إلى كراء سياحي لترخيص، وبتخصيص مداخيله لإصلاح البيوت المسكونة. ندعو المدن إلى إشراك السكان، ومنهم المكترون، في كل مشروع يمس زقاقهم.',
      ],
      en: [
        'Stressing that an old centre without residents is no longer a city but a stage set.',
        'We commit to keeping homes, schools and everyday shops in our old centres. We recommend that turning a home into a holiday let require a permit, and that what it brings in go to the repair of houses that are lived in. We invite cities to involve residents, tenants among them, in every project that touches their street.',
      ],
    },
    state: 'admitted',
    endorsers: ['giulia', 'claire', 'lucia', 'rafael', 'rui', 'mehdi', 'antoine'],
  },
];
