import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollTerms } from '../../../../src/voting/polls.contract.js';
import { ElectorateFields, SecrecyFields } from './electorate-fields.js';
import { MethodFields } from './method-fields.js';
import { type PollForm, termsOf } from './poll-form.js';
import { applyTemplate, forProposals, TEMPLATES, type Template, templateOf } from './poll-templates.js';
import { RuleFields } from './rule-fields.js';
import { TemplateChoice } from './template-choice.js';
import { useTermsText } from './terms-text.js';

interface PollFieldsProps {
  readonly slug: string;
  readonly form: PollForm;
  readonly change: (part: Partial<PollForm>) => void;
  readonly problem: (field: string) => string | null;
  /** A proposal is decided by yes and no: other methods are not offered. */
  readonly onProposal: boolean;
}

/** Every term of a poll but what it is about: as a template, part by part, and at the end in words. */
export function PollFields({ slug, form, change, problem, onProposal }: PollFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {!onProposal && (
        <Part title={t('prepare.how')}>
          <MethodFields form={form} change={change} problem={problem} />
        </Part>
      )}
      <Part title={t('prepare.rule')}>
        <RuleFields form={form} change={change} />
      </Part>
      <Part title={t('prepare.who')}>
        <ElectorateFields slug={slug} form={form} change={change} />
      </Part>
      <Part title={t('prepare.openly')}>
        <SecrecyFields form={form} change={change} />
      </Part>
      <Summary terms={termsOf(form)} />
    </>
  );
}

/** The choice of a template stands before what the poll is about, since it may settle the method. */
export function Templates(
  props: Pick<PollFieldsProps, 'form' | 'change'> & {
    readonly only: 'proposals' | 'all';
    readonly onChoose?: (template: Template) => void;
  },
) {
  const choose = (template: Template) => {
    props.change(applyTemplate(props.form, template));
    props.onChoose?.(template);
  };
  return (
    <TemplateChoice
      templates={props.only === 'all' ? TEMPLATES : TEMPLATES.filter(forProposals)}
      chosen={templateOf(props.form)}
      onChoose={choose}
    />
  );
}

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="form-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Summary({ terms }: { readonly terms: PollTerms | null }) {
  const { t } = useTranslation();
  const termsText = useTermsText();
  return (
    <section className="form-part terms-summary" aria-live="polite">
      <h2>{t('prepare.summary')}</h2>
      <p className={terms ? undefined : 'muted'}>{terms ? termsText(terms) : t('prepare.incomplete')}</p>
    </section>
  );
}
