import { useTranslation } from 'react-i18next';
import type {
  AmendmentState,
  AmendmentsView,
} from '../../../../../src/proposals/amendments/amendments.contract.js';
import { useTimeText } from '../../../ui/time.js';
import { useNumbers } from './numbers.js';

/** What others did while somebody was at a form. */
export type Meanwhile =
  | { readonly what: 'new' | 'changed'; readonly numbers: readonly number[] }
  | { readonly what: 'state'; readonly state: AmendmentState; readonly numbers: readonly number[] }
  | { readonly what: 'order'; readonly by: string | null; readonly at: string };

export function meanwhileOf(before: AmendmentsView, now: AmendmentsView): Meanwhile[] {
  const known = new Map(before.amendments.map((each) => [each.id, each]));
  const fresh: number[] = [];
  const rewritten: number[] = [];
  const states = new Map<AmendmentState, number[]>();
  for (const { id, number, state, version } of now.amendments) {
    const old = known.get(id);
    if (!old) fresh.push(number);
    else if (old.state !== state) states.set(state, [...(states.get(state) ?? []), number]);
    else if (old.version !== version) rewritten.push(number);
  }
  const { order } = now;
  const reordered = order && order.publishedAt !== before.order?.publishedAt;
  return [
    ...[...states].map(([state, numbers]) => ({ what: 'state', state, numbers }) as const),
    ...(fresh.length > 0 ? [{ what: 'new', numbers: fresh } as const] : []),
    ...(rewritten.length > 0 ? [{ what: 'changed', numbers: rewritten } as const] : []),
    ...(reordered ? [{ what: 'order', by: order.by?.name ?? null, at: order.publishedAt } as const] : []),
  ];
}

export function useMeanwhileSentence(): (meanwhile: Meanwhile) => string {
  const { t } = useTranslation();
  const listed = useNumbers();
  const time = useTimeText();
  return (meanwhile) => {
    if (meanwhile.what === 'order')
      return t('meanwhile.order', {
        name: meanwhile.by ?? t('author.unknown'),
        when: time(meanwhile.at, 'clock'),
      });
    const values = { count: meanwhile.numbers.length, names: listed(meanwhile.numbers) };
    if (meanwhile.what === 'state')
      return t('meanwhile.state', {
        names: values.names,
        state: t(`amendment.state.${meanwhile.state}`),
      });
    return meanwhile.what === 'new' ? t('meanwhile.new', values) : t('meanwhile.changed', values);
  };
}
