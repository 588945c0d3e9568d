import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import type { Paragraph } from '../../../../../src/text/rich-text.contract.js';
import { htmlOf } from '../../../../../src/text/rich-text.js';
import { Button } from '../../../ui/button.js';
import { RichText } from '../../../ui/rich-text.js';
import { isSame, sameParagraph, type Written, writtenIn } from './written.js';

/** Somebody else saved another text meanwhile: theirs is shown beside mine, and whoever writes chooses or copies over. */
export function BothTexts(props: {
  readonly theirs: ProposalView;
  readonly mine: Written;
  readonly lang: string;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onTakeHead: (head: Pick<Written, 'title' | 'summary'>) => void;
  /** Behind which paragraph it belongs where there is none with its id. */
  readonly onTakeParagraph: (paragraph: Paragraph, after: string | null) => void;
}) {
  const { t } = useTranslation();
  const { mine, lang } = props;
  const theirs = writtenIn(props.theirs, lang);
  const paragraphs = theirs.paragraphs as readonly Paragraph[];
  const mineById = new Map(mine.paragraphs.map((each) => [each.id, each]));
  const sameHead = isSame({ ...theirs, title: mine.title, summary: mine.summary }, theirs);
  const differs = (paragraph: Paragraph) => {
    const own = mineById.get(paragraph.id);
    return !own || !sameParagraph(own, paragraph);
  };
  return (
    <section className="card both-texts" aria-labelledby="both-texts">
      <div role="alert" className="notice notice-waiting">
        <h2 id="both-texts" className="card-title">
          {t('both.title')}
        </h2>
        <p>{t('both.text')}</p>
      </div>
      <h3>{t('both.theirs')}</h3>
      <div className="both-part" data-differs={!sameHead || undefined}>
        <div lang={lang} dir="auto">
          <strong>{theirs.title}</strong>
          {theirs.summary && <p>{theirs.summary}</p>}
        </div>
        {!sameHead && (
          <Button
            aria-label={t('both.take-head')}
            onPress={() => props.onTakeHead({ title: theirs.title, summary: theirs.summary })}
          >
            {t('both.take')}
          </Button>
        )}
      </div>
      {paragraphs.map((paragraph, at) => (
        <div key={paragraph.id} className="both-part" data-differs={differs(paragraph) || undefined}>
          <RichText html={htmlOf([paragraph])} lang={lang} />
          {differs(paragraph) && (
            <Button
              aria-label={t('both.take-paragraph', { number: at + 1 })}
              onPress={() => props.onTakeParagraph(paragraph, paragraphs[at - 1]?.id ?? null)}
            >
              {t('both.take')}
            </Button>
          )}
        </div>
      ))}
      <div className="actions">
        <Button look="primary" onPress={props.onKeepMine}>
          {t('both.keep-mine')}
        </Button>
        <Button onPress={props.onTakeTheirs}>{t('both.take-theirs')}</Button>
      </div>
    </section>
  );
}
