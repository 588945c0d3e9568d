import type { ContributionBundle } from '../../src/appeal/compile/bundle.js';

/** The sample's days are those around its loading; the examples stay on these. */
const DAYS = { startsOn: '2026-11-28', endsOn: '2026-11-30' };

/** A bundle on days, and under names that are the same each time the forum is made: "proposal-007" for a random id. */
export function withPlainIds(bundle: ContributionBundle): ContributionBundle {
  const names = new Map<string, string>();
  const name = (kind: string, list: readonly { readonly id: string }[]) => {
    for (const [at, { id }] of list.entries()) names.set(id, `${kind}-${String(at + 1).padStart(3, '0')}`);
  };
  const byText = <T>(list: readonly T[], text: (each: T) => string) =>
    [...list].sort((a, b) => (text(a) < text(b) ? -1 : 1));
  name(
    'topic',
    [...bundle.forum.topics].sort((a, b) => a.position - b.position),
  );
  name(
    'city',
    byText(bundle.cities, (city) => city.name.en),
  );
  name(
    'proposal',
    [...bundle.proposals].sort((a, b) => a.number - b.number),
  );
  name(
    'vote',
    [...bundle.proposals].sort((a, b) => a.number - b.number).flatMap(({ poll }) => poll ?? []),
  );
  const threads = byText(bundle.threads, ({ title }) => title);
  name('thread', threads);
  name(
    'post',
    threads.flatMap(({ posts }) => [...posts].sort((a, b) => (a.id < b.id ? -1 : 1))),
  );
  let text = JSON.stringify(bundle);
  for (const [id, plain] of names) text = text.replaceAll(`"${id}"`, `"${plain}"`);
  const named: ContributionBundle = JSON.parse(text);
  const inOrder = <T extends { readonly id: string }>(list: readonly T[]) => byText(list, ({ id }) => id);
  return {
    ...named,
    forum: { ...named.forum, ...DAYS },
    cities: inOrder(named.cities),
    proposals: inOrder(named.proposals).map((each) => ({
      ...each,
      endorsements: byText(each.endorsements, ({ cityId, lang }) => `${cityId} ${lang}`),
      ...(each.endorsingCities && {
        endorsingCities: byText(each.endorsingCities, ({ cityId }) => cityId),
      }),
    })),
    threads: inOrder(named.threads).map((each) => ({ ...each, posts: inOrder(each.posts) })),
  };
}
