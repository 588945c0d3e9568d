import './amending.css';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../i18n/locale.js';
import { Differences } from '../../../ui/differences.js';
import { RichWords } from '../../../ui/rich-text.js';
import { Runs } from '../../../ui/runs.js';
import { useNumbers } from './numbers.js';
import type { Stretch } from './stretches.js';

/** What a collision is, in one sentence: "These three change the same words of paragraph 2: 1, 3 and 4". */
export function useCollisionSentence(): (stretch: Omit<Stretch, 'parts' | 'choices'>) => string {
  const { t } = useTranslation();
  const listed = useNumbers();
  return ({ about, paragraph, deletes, numbers }) => {
    const values = { count: numbers.length, names: listed(numbers), number: paragraph };
    if (about === 'place')
      return paragraph === 0 ? t('collision.place-first', values) : t('collision.place', values);
    return deletes ? t('collision.deletes', values) : t('collision.words', values);
  };
}

/** A collision with the words that are fought over, and what each amendment wants there instead. */
export function CollisionStretch(props: {
  readonly stretch: Stretch;
  readonly lang: string;
  /** What it says instead of counting paragraphs, where the text is named otherwise. */
  readonly title?: string;
}) {
  const { t } = useTranslation();
  const { stretch, lang, title } = props;
  const sentence = useCollisionSentence();
  const listed = useNumbers();
  const [before, fought, after] = stretch.parts;
  const dir = directionOf(lang);
  return (
    <div className="stretch">
      <p>
        <strong>{title ?? sentence(stretch)}</strong>
      </p>
      {stretch.about === 'words' && (
        <blockquote lang={lang} dir={dir} className="stretch-text">
          <Runs runs={before} />
          {fought.length > 0 ? (
            <mark>
              <Runs runs={fought} />
            </mark>
          ) : (
            <mark className="stretch-gap">
              <span className="visually-hidden">{t('collision.here')}</span>
            </mark>
          )}
          <Runs runs={after} />
        </blockquote>
      )}
      <ul className="rows stretch-choices">
        {stretch.choices.map(({ numbers, kind, before, after: wanted }) => (
          <li key={numbers.join()}>
            <span className="stretch-who">
              {t('collision.wants', { count: numbers.length, names: listed(numbers) })}
            </span>{' '}
            {kind === 'words' ? (
              <q lang={lang} dir={dir}>
                {before ? (
                  <Differences before={before} after={wanted} side="after" />
                ) : (
                  <RichWords html={wanted.html} />
                )}
              </q>
            ) : (
              <em>{t(kind === 'deletion' ? 'collision.deletion' : 'collision.nothing')}</em>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
