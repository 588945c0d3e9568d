import { useTranslation } from 'react-i18next';
import type { Act } from '../../../../../src/appeal/signatures/signatures.contract.js';
import { Icon, type IconName } from '../../../ui/icon.js';

/** A reservation is a signature with words beside it. */
const ICONS: Readonly<Record<Act, readonly IconName[]>> = {
  signed: ['yes'],
  reserved: ['yes', 'discussion'],
  abstained: ['abstain'],
};

/** What a city did, in a word and a picture: the colour only repeats it. `short` where there is little room. */
export function ActMark({ act, short = false }: { readonly act: Act; readonly short?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={`act act-${act}`}>
      {ICONS[act].map((name) => (
        <Icon key={name} name={name} />
      ))}
      {t(`signing.${short ? 'short' : 'act'}.${act}` as 'signing.act.signed')}
    </span>
  );
}
