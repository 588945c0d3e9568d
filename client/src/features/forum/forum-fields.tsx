import { useTranslation } from 'react-i18next';
import type { CreateForum, ForumView } from '../../../../src/forum/forum.contract.js';
import { TextField } from '../../ui/field.js';
import { BLANK, LocalizedFields } from '../../ui/localized-fields.js';

export type ForumFacts = Pick<CreateForum, 'title' | 'theme' | 'place' | 'startsOn' | 'endsOn'>;

export const NO_FACTS: ForumFacts = { title: BLANK, theme: BLANK, place: BLANK, startsOn: '', endsOn: '' };

export const factsOf = ({ title, theme, place, startsOn, endsOn }: ForumView): ForumFacts => ({
  title,
  theme,
  place,
  startsOn,
  endsOn,
});

/** What every forum says of itself. */
export function ForumFields(props: {
  readonly facts: ForumFacts;
  readonly onChange: (facts: ForumFacts) => void;
  readonly problem: (field: string) => string | null;
}) {
  const { t } = useTranslation();
  const { facts, problem } = props;
  const change = (part: Partial<ForumFacts>) => props.onChange({ ...facts, ...part });
  return (
    <>
      {(['title', 'theme', 'place'] as const).map((name) => (
        <LocalizedFields
          key={name}
          label={t(`settings.${name}`)}
          hint={t(`settings.${name}-hint`)}
          name={name}
          value={facts[name]}
          onChange={(value) => change({ [name]: value })}
          problem={problem}
        />
      ))}
      <div className="fields-row">
        {(['startsOn', 'endsOn'] as const).map((name) => (
          <TextField
            key={name}
            type="date"
            label={t(`settings.${name}`)}
            value={facts[name]}
            onChange={(value) => change({ [name]: value })}
            problem={problem(name)}
            isRequired
          />
        ))}
      </div>
    </>
  );
}
