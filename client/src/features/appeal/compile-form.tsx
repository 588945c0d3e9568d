import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealSummary, AppealView, CompileAppeal } from '../../../../src/appeal/appeal.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { AUTONYM, LANGS, type Lang } from '../../i18n/locale.js';
import { post } from '../../lib/api.js';
import { useWrite } from '../../lib/use-write.js';
import { RadioGroup } from '../../ui/choice.js';
import { Form } from '../../ui/form.js';
import { ProgressBar } from '../../ui/progress-bar.js';

/** Has a draft compiled from everything that was said and adopted, in one language to begin with. */
export function CompileForm({ slug, again = false }: { readonly slug: string; readonly again?: boolean }) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const [wished, setWished] = useState<Lang>(lang);
  const compile = useWrite(
    (body: CompileAppeal) => post<AppealSummary>(`/forums/${slug}/appeals`, body),
    ['appeal'],
  );
  return (
    <Form
      submit={t(again ? 'appeal.compile-again' : 'appeal.compile')}
      isPending={compile.isPending}
      error={compile.error}
      onSubmit={() => compile.mutate({ lang: wished })}
    >
      <RadioGroup
        label={t('appeal.compile-lang')}
        value={wished}
        onChange={setWished}
        options={LANGS.map((id) => ({ id, label: <span lang={id}>{AUTONYM[id]}</span> }))}
      />
    </Form>
  );
}

/** A compile or a release under way. */
export function JobProgress({ appeal }: { readonly appeal: AppealView }) {
  const { t } = useTranslation();
  const compiling = appeal.state === 'compiling';
  return (
    <div className="card" role="status">
      <p className="managed-name">{t(compiling ? 'appeal.compiling' : 'appeal.publishing')}</p>
      <ProgressBar
        label={t(compiling ? 'appeal.compiling-what' : 'appeal.publishing-what')}
        value={appeal.progress}
        max={100}
      />
    </div>
  );
}
