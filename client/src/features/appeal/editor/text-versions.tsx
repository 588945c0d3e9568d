import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseView } from '../../../../../src/appeal/appeal.contract.js';
import type {
  TextVersion,
  TextVersionSummary,
  VersionClause,
} from '../../../../../src/appeal/document/versions.contract.js';
import { LANGS, type Lang } from '../../../../../src/kernel/localized.js';
import type { Paragraph } from '../../../../../src/text/rich-text.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import { AUTONYM } from '../../../i18n/locale.js';
import { get, post } from '../../../lib/api.js';
import { plainParagraph } from '../../../lib/compared.js';
import { useWrite } from '../../../lib/use-write.js';
import { Button } from '../../../ui/button.js';
import { Confirm } from '../../../ui/confirm.js';
import { ParagraphDifferences } from '../../../ui/differences.js';
import { Empty, Loaded } from '../../../ui/feedback.js';
import { TextField } from '../../../ui/field.js';
import { Form, useFieldProblems } from '../../../ui/form.js';
import { Select } from '../../../ui/select.js';
import { useTimeText } from '../../../ui/time.js';
import type { WorkshopPart } from '../workshop.js';

/** Named states of the text: kept, compared with any other or with what is written now, and brought back. */
export default function TextVersions({ appeal }: WorkshopPart) {
  const versions = useQuery({
    queryKey: ['appeal', appeal.id, 'text-versions'],
    queryFn: async ({ signal }) =>
      (
        await get<{ items: readonly TextVersionSummary[] }>(
          `/appeals/${appeal.id}/text-versions`,
          undefined,
          signal,
        )
      ).items,
  });
  return (
    <div className="stack">
      {appeal.abilities.edit && <KeepForm id={appeal.id} />}
      <Loaded query={versions}>{(found) => <Compared appeal={appeal} versions={found} />}</Loaded>
    </div>
  );
}

function KeepForm({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const keep = useWrite(
    () => post<TextVersion>(`/appeals/${id}/text-versions`, { name }),
    ['appeal'],
    () => setName(''),
  );
  const problem = useFieldProblems(keep.error);
  return (
    <Form
      submit={t('versions.keep')}
      isPending={keep.isPending}
      error={keep.error}
      onSubmit={() => keep.mutate()}
    >
      <TextField
        label={t('versions.name')}
        hint={t('versions.name-hint')}
        value={name}
        onChange={setName}
        problem={problem('name')}
      />
    </Form>
  );
}

const NOW = 'now';

function Compared(props: {
  readonly appeal: WorkshopPart['appeal'];
  readonly versions: readonly TextVersionSummary[];
}) {
  const { t } = useTranslation();
  const { lang: page } = useLang();
  const time = useTimeText();
  const { appeal, versions } = props;
  const [chosen, setFrom] = useState<string | null>(null);
  const from = chosen ?? String(versions[0]?.number ?? NOW);
  const [to, setTo] = useState<string>(NOW);
  const [lang, setLang] = useState<Lang>(page);
  const states = [useVersion(appeal.id, from), useVersion(appeal.id, to)] as const;
  if (versions.length === 0) return <Empty title={t('versions.none')}>{t('versions.none-text')}</Empty>;
  const options = [
    { id: NOW, label: t('compare.now') },
    ...versions.map(({ number, name, restored, author, at }) => ({
      id: String(number),
      label: [
        `${number}. ${name}`,
        ...(restored === null ? [] : [t('versions.restored', { number: restored })]),
        author?.name ?? '',
        time(at, 'moment'),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  ];
  const clausesOf = (choice: string, at: 0 | 1) =>
    choice === NOW ? appeal.clauses : states[at].data?.clauses;
  const [before, after] = [clausesOf(from, 0), clausesOf(to, 1)];
  return (
    <>
      <div className="fields-row">
        <Select label={t('compare.from-version')} value={from} onChange={setFrom} options={options} />
        <Select label={t('compare.to-version')} value={to} onChange={setTo} options={options} />
        <Select
          label={t('compare.language')}
          value={lang}
          onChange={setLang}
          options={LANGS.map((id) => ({ id, label: AUTONYM[id] }))}
        />
      </div>
      {appeal.abilities.edit && from !== NOW && (
        <Restore id={appeal.id} version={versions.find(({ number }) => String(number) === from)} />
      )}
      {before && after && (
        <ParagraphDifferences before={paragraphs(before, lang)} after={paragraphs(after, lang)} lang={lang} />
      )}
    </>
  );
}

function useVersion(id: string, choice: string) {
  return useQuery({
    queryKey: ['appeal', id, 'text-versions', choice],
    queryFn: ({ signal }) => get<TextVersion>(`/appeals/${id}/text-versions/${choice}`, undefined, signal),
    enabled: choice !== NOW,
    // A version never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function Restore({ id, version }: { readonly id: string; readonly version: TextVersionSummary | undefined }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [isSure, setSure] = useState(false);
  const restore = useWrite(
    () => post<TextVersion>(`/appeals/${id}/text-versions/${version?.number}/restore`),
    ['appeal'],
    () => {
      setSure(false);
      void client.invalidateQueries({ queryKey: ['appeal', id] });
    },
  );
  if (!version) return null;
  const { name } = version;
  return (
    <div className="actions">
      <Button onPress={() => setSure(true)}>{t('versions.restore')}</Button>
      <Confirm
        title={t('versions.restore-sure', { name })}
        isOpen={isSure}
        onClose={() => setSure(false)}
        onConfirm={() => restore.mutate()}
        action={t('versions.restore')}
        isPending={restore.isPending}
        error={restore.error}
      >
        <p>{t('versions.restore-text')}</p>
      </Confirm>
    </div>
  );
}

/** Clauses as the paragraphs that are compared: the id holds them together. */
function paragraphs(clauses: readonly (VersionClause | ClauseView)[], lang: Lang): Paragraph[] {
  return clauses.flatMap(({ id, texts }) => {
    const text = texts[lang];
    if (!text) return [];
    const { kind, html } = plainParagraph(text);
    return { id, kind, html: html.replaceAll('\n', '<br />') };
  });
}
