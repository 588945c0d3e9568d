import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLang } from '../../i18n/i18n.js';
import { AUTONYM, LANGS, type Lang } from '../../i18n/locale.js';
import { Button } from '../../ui/button.js';
import { Empty } from '../../ui/feedback.js';
import { usePick } from '../../ui/lang-text.js';
import { Section } from '../../ui/page.js';
import { Select } from '../../ui/select.js';
import { ClauseCard } from './clause-card.js';
import { ClauseDialog } from './clause-dialog.js';
import { useCommentPlaces } from './comments/queries.js';
import { type SelectedWords, SelectedWordsBar } from './comments/selected-words.js';
import { Discussed } from './discussed.js';
import { numbersOf, sectionsOf } from './sections.js';
import { TitleDialog } from './title-dialog.js';
import type { WorkshopPart } from './workshop.js';

/** Of the sections that are no topic. */
const HEADINGS: Readonly<Record<string, 'appeal.preamble' | 'appeal.closing'>> = {
  preamble: 'appeal.preamble',
  closing: 'appeal.closing',
};

/** The text of the appeal by sections. Those who may edit it do so where it stands. */
export function DraftText({ forum, appeal }: WorkshopPart) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const pick = usePick();
  const [shown, setShown] = useState<Lang | 'all'>(appeal.abilities.edit ? 'all' : lang);
  const [open, setOpen] = useState<'clause' | 'title' | null>(null);
  const [words, setWords] = useState<SelectedWords | null>(null);
  const comments = useCommentPlaces(forum.slug, appeal.id);
  const asked = useSearchParams()[0].get('clause');
  const sections = sectionsOf(appeal, forum.topics);
  const numbers = numbersOf(appeal);
  const langs = shown === 'all' ? LANGS : [shown];
  return (
    <div className="stack workshop-text">
      <div className="workshop-bar">
        <Select
          label={t('appeal.languages-shown')}
          value={shown}
          onChange={setShown}
          options={[
            { id: 'all', label: t('appeal.all-languages') },
            ...LANGS.map((id) => ({ id, label: AUTONYM[id] })),
          ]}
        />
        {appeal.abilities.edit && (
          <div className="actions">
            <Button onPress={() => setOpen('clause')}>{t('clauses.add')}</Button>
            <Button look="quiet" onPress={() => setOpen('title')}>
              {t('appeal.edit-title')}
            </Button>
          </div>
        )}
      </div>
      {sections.length === 0 && <Empty title={t('clauses.empty')}>{t('clauses.empty-text')}</Empty>}
      {sections.map((section) => (
        <Section
          key={section.id}
          title={section.topic ? pick(section.topic.name) : t(HEADINGS[section.id] ?? 'appeal.other-matters')}
        >
          <ol className="rows cards">
            {section.clauses.map((clause, at) => (
              <ClauseCard
                key={clause.id}
                forum={forum}
                appeal={appeal}
                clause={clause}
                number={numbers.get(clause.id) ?? null}
                langs={langs}
                canMoveUp={at > 0}
                canMoveDown={at < section.clauses.length - 1}
                comments={comments}
                words={words?.clauseId === clause.id ? words : null}
                onSaid={() => setWords(null)}
                isAsked={asked === clause.id}
              />
            ))}
          </ol>
        </Section>
      ))}
      <Discussed forum={forum} appeal={appeal} />
      {comments?.abilities.comment && <SelectedWordsBar onChoose={setWords} />}
      {open === 'clause' && (
        <ClauseDialog forum={forum} appeal={appeal} clause={null} onClose={() => setOpen(null)} />
      )}
      {open === 'title' && <TitleDialog appeal={appeal} onClose={() => setOpen(null)} />}
    </div>
  );
}
