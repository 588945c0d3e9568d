/** Long texts for the benches, the same at each run: words as often as a text has them, in two languages. */
const FRENCH =
  'ville eau terre habitant commune projet avenir patrimoine marché jardin école transport santé culture énergie air ' +
  'port montagne forêt conseil jeunesse artisan mémoire';
const ARABIC =
  'المدينة الماء الأرض السكان المشروع التراث السوق الحديقة المدرسة النقل الصحة الثقافة الطاقة الهواء';
const SMALL = ["l'eau", 'de', 'la', 'les', 'et', 'à', 'pour', 'dans', 'des', 'une'];
const WORDS = [...FRENCH.split(' '), ...ARABIC.split(' ')];

/** Numbers below a limit, in an order that only looks like chance. */
export function numbers(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
}

/** Paragraphs of some seventy words in sentences, so many words in all. */
export function paragraphs(words, seed = 1) {
  const pick = numbers(seed);
  return Array.from({ length: Math.round(words / 70) }, () => {
    const sentences = Array.from({ length: 5 }, () => {
      const all = Array.from({ length: 14 }, () => word(pick));
      return `${all.join(' ')}.`;
    });
    return sentences.join(' ');
  });
}

export function word(pick) {
  const kind = pick(10);
  if (kind < 4) return SMALL[pick(SMALL.length)];
  return kind < 9 ? WORDS[pick(WORDS.length)] : `${WORDS[pick(WORDS.length)]}${pick(400)}`;
}

/** The paragraphs with so many words of each hundred changed, taken out or put in. */
export function revised(all, percent, seed = 2) {
  const pick = numbers(seed);
  return all.map((text) =>
    text
      .split(' ')
      .flatMap((each) => {
        if (pick(100) >= percent) return [each];
        return [[], [word(pick)], [each, word(pick)]][pick(3)];
      })
      .join(' '),
  );
}
