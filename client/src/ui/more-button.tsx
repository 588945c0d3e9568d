import { useTranslation } from 'react-i18next';
import { Button } from './button.js';

/** The way to the next rows of a list; nothing at its end. */
export function MoreButton({
  list,
}: {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}) {
  const { t } = useTranslation();
  if (!list.hasNextPage) return null;
  return (
    <div className="more">
      <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
        {t('do.more')}
      </Button>
    </div>
  );
}
