import { useTranslation } from 'react-i18next';
import type { AuthorView } from '../../../src/forum/forum.contract.js';
import { LangText } from './lang-text.js';

/** Who wrote something, with the city they speak for. */
export function Author({
  author,
  imported = false,
}: {
  readonly author: AuthorView | null;
  readonly imported?: boolean;
}) {
  const { t } = useTranslation();
  if (!author) return <span>{t(imported ? 'author.imported' : 'author.unknown')}</span>;
  return (
    <span className="author">
      <bdi className="author-name">{author.name}</bdi>
      {author.cityName && (
        <span className="author-city">
          <LangText text={author.cityName} mark={false} />
        </span>
      )}
    </span>
  );
}
