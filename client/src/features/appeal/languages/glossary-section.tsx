import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddTerm, GlossaryView } from '../../../../../src/appeal/languages/languages.contract.js';
import { AUTONYM, directionOf, LANGS } from '../../../i18n/locale.js';
import { del, post } from '../../../lib/api.js';
import { Button } from '../../../ui/button.js';
import { Loaded, Refusal } from '../../../ui/feedback.js';
import { TextField } from '../../../ui/field.js';
import { Form } from '../../../ui/form.js';
import { usePick } from '../../../ui/lang-text.js';
import { Section } from '../../../ui/page.js';
import { useGlossary, useGlossaryEdit } from './queries.js';

const NOTHING = { ar: '', fr: '', en: '' };

/** Terms that are rendered in one way only; whoever leaves them is warned beside the text. */
export function GlossarySection({ slug }: { readonly slug: string }) {
  const { t } = useTranslation();
  const glossary = useGlossary(slug);
  return (
    <Section title={t('glossary.title')}>
      <p className="muted">{t('glossary.what')}</p>
      <Loaded query={glossary} lines={2}>
        {(view) => (
          <>
            {view.items.length > 0 ? <Terms slug={slug} view={view} /> : <p>{t('glossary.none')}</p>}
            {view.abilities.edit && <TermForm slug={slug} />}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Terms({ slug, view }: { readonly slug: string; readonly view: GlossaryView }) {
  const { t } = useTranslation();
  const pick = usePick();
  const remove = useGlossaryEdit(slug, (id: string) => del<GlossaryView>(`/forums/${slug}/glossary/${id}`));
  return (
    <>
      <ul className="rows glossary-terms">
        {view.items.map(({ id, words }) => (
          <li key={id} className="split">
            <p className="glossary-words">
              {LANGS.map((lang) => (
                <span key={lang} lang={lang} dir={directionOf(lang)}>
                  {words[lang]}
                </span>
              ))}
            </p>
            {view.abilities.edit && (
              <Button
                look="quiet"
                isPending={remove.isPending && remove.variables === id}
                aria-label={`${t('glossary.remove')}: ${pick(words)}`}
                onPress={() => remove.mutate(id)}
              >
                {t('glossary.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {remove.error && <Refusal error={remove.error} />}
    </>
  );
}

function TermForm({ slug }: { readonly slug: string }) {
  const { t } = useTranslation();
  const [words, setWords] = useState(NOTHING);
  const add = useGlossaryEdit(slug, (body: AddTerm) => post<GlossaryView>(`/forums/${slug}/glossary`, body));
  return (
    <Form
      submit={t('glossary.add')}
      isPending={add.isPending}
      error={add.error}
      isDisabled={LANGS.some((lang) => !words[lang].trim())}
      onSubmit={() => add.mutate({ words }, { onSuccess: () => setWords(NOTHING) })}
    >
      <div className="language-columns">
        {LANGS.map((lang) => (
          <TextField
            key={lang}
            label={t('glossary.term-in', { language: AUTONYM[lang] })}
            lang={lang}
            value={words[lang]}
            onChange={(value) => setWords((before) => ({ ...before, [lang]: value }))}
            maxLength={200}
          />
        ))}
      </div>
    </Form>
  );
}
