import type { SampleProposal } from '../content.js';

export const YOUTH: readonly SampleProposal[] = [
  {
    key: 'youth-council',
    topic: 'youth',
    author: 'seoyeon',
    lang: 'en',
    title: {
      en: 'Youth councils with a budget and a right to be answered',
      fr: 'Des conseils de jeunes dotés d’un budget et du droit à une réponse',
      ar: 'مجالس للشباب لها ميزانية وحق في الجواب',
    },
    body: {
      en: [
        'Convinced that young people learn democracy by deciding, not by being told about it.',
        'We commit to creating, in each of our cities, a youth council that is drawn by lot from schools, workshops and neighbourhoods. We commit to giving every youth council a budget of its own and the right to put items on the council’s agenda. We recommend that youth councils of twinned cities meet once a year, by turns at each other’s place.',
      ],
      fr: [
        'Convaincus que les jeunes apprennent la démocratie en décidant, et non en l’entendant raconter.',
        'Nous nous engageons à créer, dans chacune de nos villes, un conseil de jeunes tiré au sort dans les écoles, les ateliers et les quartiers. Nous nous engageons à donner à chaque conseil de jeunes un budget propre et le droit d’inscrire des points à l’ordre du jour du conseil municipal. Nous recommandons que les conseils de jeunes des villes jumelées se réunissent une fois par an, tour à tour les uns chez les autres.',
      ],
      ar: [
        'إذ نؤمن بأن الشباب يتعلم الديمقراطية حين يقرر، لا حين تُحكى له.',
        'نلتزم بأن ننشئ في كل مدينة من مدننا مجلسا للشباب يُختار أعضاؤه بالقرعة من المدارس والورشات والأحياء. نلتزم بأن نمنح كل مجلس للشباب ميزانية خاصة به وحق إدراج نقط في جدول أعمال المجلس الجماعي. نوصي بأن تجتمع مجالس شباب المدن المتوأمة مرة كل سنة، بالتناوب بين مدنها.',
      ],
    },
    state: 'admitted',
    endorsers: ['minjae', 'aminata', 'samia', 'khadija', 'teresa', 'ayesha', 'meilin', 'mariam'],
  },
  {
    key: 'apprentices',
    topic: 'youth',
    author: 'claire',
    lang: 'fr',
    title: {
      fr: 'Un semestre d’apprentissage dans une ville jumelle',
      ar: 'فصل من التدريب المهني في مدينة متوأمة',
      en: 'A term of apprenticeship in a twin city',
    },
    body: {
      fr: [
        'Considérant que les échanges entre villes profitent trop souvent aux seuls étudiants et aux seuls élus.',
        'Nous nous engageons à ouvrir chaque année, dans nos services et nos entreprises municipales, des places d’apprentissage pour des jeunes de nos villes jumelles. Nous recommandons que la ville d’accueil prenne en charge le logement et la ville de départ le voyage, afin que personne n’y renonce faute de moyens.',
      ],
      ar: [
        'إذ نعتبر أن التبادل بين المدن يستفيد منه غالبا الطلبة والمنتخبون وحدهم.',
        'نلتزم بأن نفتح كل سنة، في مصالحنا وشركاتنا الجماعية، مقاعد للتدريب المهني لفائدة شباب مدننا المتوأمة. نوصي بأن تتكفل المدينة المستقبلة بالسكن ومدينة الانطلاق بالسفر، حتى لا يتخلى أحد عن فرصته لضيق ذات اليد.',
      ],
      en: [
        'Considering that exchanges between cities too often benefit students and elected officials alone.',
        'We commit to opening every year, in our departments and municipal companies, places of apprenticeship for young people from our twin cities. We recommend that the host city pay for lodging and the home city for travel, so that nobody stays behind for want of means.',
      ],
    },
    state: 'admitted',
    endorsers: ['antoine', 'youssef', 'samia', 'giulia', 'agnieszka'],
  },
];
