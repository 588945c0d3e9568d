import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ProposalText,
  ProposalView,
  WriteTranslation,
} from '../../../../../src/proposals/proposals.contract.js';
import type { Paragraph, WrittenParagraph } from '../../../../../src/text/rich-text.contract.js';
import { wordsOf } from '../../../../../src/text/rich-text.js';
import { put } from '../../../lib/api.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import type { Writing } from '../../../ui/editor/paragraphs-editor.js';
import { Notice, Refusal } from '../../../ui/feedback.js';
import { useFieldProblems } from '../../../ui/form.js';
import { AsideNote } from './aside-note.js';
import { BothTexts } from './both-texts.js';
import { SaveNote } from './save-note.js';
import { HeadFields } from './text-fields.js';
import { SourceHead, SourceParagraph, TranslationPair } from './translation-pair.js';
import { useFinishing } from './use-finishing.js';
import { useWriting } from './use-writing.js';
import { line, type Written } from './written.js';

/** While only its authors see it, half a translation harms nobody; later it goes out when it is said to. */
const UNSEEN: readonly ProposalView['state'][] = ['draft', 'returned'];

interface TranslationProps {
  readonly slug: string;
  readonly proposal: ProposalView;
  readonly lang: string;
}

/** A translation beside its source, paragraph by paragraph, with a mark at each part that lags behind. */
export function TranslationForm({ slug, proposal, lang }: TranslationProps) {
  const { t } = useTranslation();
  const editors = useRef(new Map<string, Writing>());
  const source = proposal.texts.find((text) => text.lang === proposal.lang) as ProposalText;
  const there = proposal.texts.find((text) => text.lang === lang);
  const show = ({ paragraphs }: Pick<Written, 'paragraphs'>) => {
    const byId = new Map(paragraphs.map((each) => [each.id, each]));
    for (const [id, editor] of editors.current) editor.replace([byId.get(id) ?? { id, ...EMPTY }]);
  };
  const [bySelf] = useState(() => UNSEEN.includes(proposal.state));
  const writing = useWriting(proposal, {
    name: () => `proposal.${proposal.id}.${lang}`,
    lang,
    bySelf,
    send: (value, version) =>
      put<ProposalView>(`/proposals/${proposal.id}/texts/${lang}`, requestOf(source, value, version)),
    onReplaced: show,
    onSaved: (_, sent) => writing.change({ checked: without(writing.latest().checked, sent.checked) }),
  });
  const { value, change, autosave, standing } = writing;
  const problem = useFieldProblems(standing.error);
  const back = `/f/${slug}/proposals/${proposal.id}`;
  const stale = there?.stale;
  const write = (paragraph: WrittenParagraph) =>
    change({
      paragraphs: [...writing.latest().paragraphs.filter(({ id }) => id !== paragraph.id), paragraph],
    });
  const check = (part: Written['checked']) => {
    const before = writing.latest().checked;
    const paragraphs = [...(before.paragraphs ?? []), ...(part.paragraphs ?? [])];
    change({ checked: { ...before, ...part, paragraphs } });
    if (bySelf) void autosave.save();
  };
  const finishing = useFinishing(autosave, () => back);
  return (
    <form className="form translation" onSubmit={(event) => void finishing.finish(event)} noValidate>
      {standing.theirs && (
        <BothTexts
          theirs={standing.theirs}
          mine={value}
          lang={lang}
          onKeepMine={() => autosave.keepMine()}
          onTakeTheirs={() => writing.setAside(autosave.takeTheirs())}
          onTakeHead={change}
          onTakeParagraph={(paragraph) => editors.current.get(paragraph.id)?.replace([paragraph])}
        />
      )}
      {writing.replaced && !writing.aside && <Notice>{t('save.replaced')}</Notice>}
      <AsideNote
        aside={writing.aside}
        lang={lang}
        onBack={(mine) => {
          change(mine);
          show(mine);
          writing.setAside(null);
        }}
        onDrop={() => writing.setAside(null)}
      />
      <TranslationPair
        source={<SourceHead text={source} />}
        stale={Boolean(stale?.head)}
        checked={Boolean(value.checked.head)}
        onCheck={() => check({ head: true })}
        name={t('translate.head')}
      >
        <HeadFields lang={lang} value={value} onChange={change} problem={problem} />
      </TranslationPair>
      {source.paragraphs.map((paragraph, at) => (
        <TranslationPair
          key={paragraph.id}
          source={<SourceParagraph paragraph={paragraph} lang={source.lang} />}
          missing={isMissing(value, paragraph)}
          stale={isThere(there, paragraph) && Boolean(stale?.paragraphs.includes(paragraph.id))}
          checked={Boolean(value.checked.paragraphs?.includes(paragraph.id))}
          onCheck={() => check({ paragraphs: [paragraph.id] })}
          name={t('translate.paragraph', { number: at + 1 })}
          field={{
            lang,
            paragraph: value.paragraphs.find(({ id }) => id === paragraph.id) ?? {
              ...EMPTY,
              id: paragraph.id,
            },
            onChange: (html) => write({ id: paragraph.id, kind: paragraph.kind, html }),
            writing: (editor) => {
              if (editor) editors.current.set(paragraph.id, editor);
              else editors.current.delete(paragraph.id);
            },
          }}
        />
      ))}
      <Refusal error={standing.error} />
      <div className="save-bar">
        <Button type="submit" look="primary" isPending={finishing.isPending}>
          {t('do.save')}
        </Button>
        <ButtonLink look="quiet" to={back}>
          {t('do.back')}
        </ButtonLink>
        <SaveNote standing={standing} bySelf={bySelf} />
      </div>
    </form>
  );
}

const EMPTY = { kind: 'text', html: '' } as const;

const isThere = (text: ProposalText | undefined, { id }: Paragraph): boolean =>
  Boolean(text?.paragraphs.some((each) => each.id === id));

const isMissing = ({ paragraphs }: Written, { id }: Paragraph): boolean =>
  !paragraphs.some((each) => each.id === id && wordsOf(each.html) !== '');

/** What was looked at, less what was sent. */
const without = (now: Written['checked'], sent: Written['checked']): Written['checked'] => {
  const paragraphs = now.paragraphs?.filter((id) => !sent.paragraphs?.includes(id)) ?? [];
  return { ...(now.head && !sent.head && { head: true }), ...(paragraphs.length > 0 && { paragraphs }) };
};

function requestOf(source: ProposalText, value: Written, version: number): WriteTranslation {
  const byId = new Map(value.paragraphs.map((each) => [each.id, each]));
  return {
    title: line(value.title),
    summary: line(value.summary),
    paragraphs: source.paragraphs.flatMap(({ id, kind }) => {
      const html = byId.get(id)?.html ?? '';
      return wordsOf(html) ? [{ id, kind, html }] : [];
    }),
    checked: value.checked,
    version,
  };
}
