import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { AriaLocale } from '../../ui/aria-locale.js';
import type { Template } from './poll-templates.js';

/** Rules that halls know by name, as cards: one fills in the whole form. */
export function TemplateChoice(props: {
  readonly templates: readonly Template[];
  readonly chosen: Template | null;
  readonly onChoose: (template: Template) => void;
}) {
  const { t } = useTranslation();
  return (
    <AriaLocale>
      <RadioGroup
        className="templates"
        value={props.chosen}
        onChange={(id) => props.onChoose(id as Template)}
        orientation="horizontal"
      >
        <Label className="label">{t('prepare.template')}</Label>
        <p className="hint">{t('prepare.template-hint')}</p>
        <div className="template-cards">
          {props.templates.map((id) => (
            <Radio key={id} value={id} className="template-card">
              <strong>{t(`template.${id}`)}</strong>
              <span className="hint">{t(`template-hint.${id}`)}</span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
    </AriaLocale>
  );
}
