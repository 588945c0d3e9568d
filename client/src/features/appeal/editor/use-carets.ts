import { useMemo, useRef } from 'react';
import type { Presence } from '../../../../../src/appeal/document/document.contract.js';
import type { Lang } from '../../../../../src/kernel/localized.js';
import { withHues } from './hues.js';
import type { RemoteCaret } from './remote-carets.js';

/** The others' carets in each language, and the colour of each person, the same for as long as this is on screen. */
export function useCarets(others: readonly Presence[]): {
  readonly hues: ReadonlyMap<string, number>;
  readonly carets: Readonly<Record<Lang, readonly RemoteCaret[]>>;
} {
  const hues = useRef<ReadonlyMap<string, number>>(new Map());
  return useMemo(() => {
    const shown = others.filter(({ head }) => head !== null);
    hues.current = withHues(
      hues.current,
      shown.map(({ participantId }) => participantId),
    );
    const caretsIn = (lang: Lang) =>
      shown.flatMap(({ key, name, participantId, writing, head, anchor, ...each }): RemoteCaret[] =>
        head && each.lang === lang
          ? [{ key, name, hue: hues.current.get(participantId) ?? 1, writing, head, anchor }]
          : [],
      );
    return { hues: hues.current, carets: { ar: caretsIn('ar'), fr: caretsIn('fr'), en: caretsIn('en') } };
  }, [others]);
}
