import { City } from '../../forum/city.entity.js';
import { Delegation } from '../../forum/delegation.entity.js';
import { Forum } from '../../forum/forum.entity.js';
import { Participant } from '../../forum/participant.entity.js';
import { Topic } from '../../forum/topic.entity.js';
import { Twinning } from '../../forum/twinning.entity.js';
import { Account } from '../../identity/account.entity.js';
import { newId } from '../../kernel/ids.js';
import type { Reader } from '../../platform/http/reader.js';
import { CITIES, TWINNINGS } from './content/cities.js';
import { FORUM, TOPICS } from './content/forum.js';
import { PEOPLE } from './content/people.js';
import type { SampleRooms } from './sample-rooms.js';

/** The hall and everyone in it, by the keys of the content. */
export interface SampleHall {
  readonly slug: string;
  topicId(key: string): string;
  reader(key: string): Reader;
  participantOf(key: string): string;
  readonly moderator: Reader;
  /** Keys of all who may vote. */
  readonly delegates: readonly string[];
}

const PREPARED = -30 * 24;
const JOINED = -20 * 24;

/** Writes the forum, its cities and its people; each with the event that tells of it. */
export async function makeHall(rooms: SampleRooms): Promise<SampleHall> {
  const { em, clock } = rooms;
  clock.set(PREPARED);
  const accounts = keyed(PEOPLE, () => newId());
  const organiser = accounts('nadia');
  const cities = keyed(CITIES, () => newId());
  await addAccounts(rooms, accounts);
  await addCities(rooms, cities, organiser);

  const forum: Forum = {
    ...FORUM,
    id: newId(),
    hostCityId: cities('fez'),
    emblemFileId: null,
    admission: null,
    startsOn: day(clock.at(-24)),
    endsOn: day(clock.at(24)),
    sample: true,
    version: 1,
    createdAt: clock.now(),
  };
  await em.insert(Forum, forum);
  await rooms.tell(forum.id, 'forum.created', ['forum', forum.id], organiser);
  const topics = await addTopics(rooms, forum.id, organiser);
  const delegations = await addDelegations(rooms, forum.id, cities, organiser);
  clock.set(JOINED);
  const participantOf = await addParticipants(rooms, forum.id, accounts, delegations);

  const reader = (key: string): Reader => {
    const { name, locale } = PEOPLE.find((person) => person.key === key) as (typeof PEOPLE)[number];
    return { account: { id: accounts(key), name, locale, operator: false }, signInId: null, scopes: null };
  };
  return {
    slug: forum.slug,
    topicId: topics,
    reader,
    participantOf,
    moderator: reader('salma'),
    delegates: PEOPLE.filter(({ role }) => role === 'delegate').map(({ key }) => key),
  };
}

type Keyed = (key: string) => string;

/** An id for each key. A key that the content does not know is a mistake in the content. */
function keyed<T extends { readonly key: string }>(items: readonly T[], id: (item: T) => string): Keyed {
  const ids = new Map(items.map((item) => [item.key, id(item)]));
  return (key) => {
    const found = ids.get(key);
    if (!found) throw new Error(`the sample names nobody and nothing "${key}"`);
    return found;
  };
}

async function addAccounts({ em, clock }: SampleRooms, ids: Keyed): Promise<void> {
  await em.insert(
    Account,
    PEOPLE.map(({ key, name, locale }) => ({ id: ids(key), name, locale, createdAt: clock.now() })),
  );
}

async function addCities(rooms: SampleRooms, ids: Keyed, actor: string): Promise<void> {
  const { em, clock } = rooms;
  await em.insert(
    City,
    CITIES.map(({ key, name, country, latitude, longitude }) => ({
      id: ids(key),
      name,
      country,
      latitude: String(latitude),
      longitude: String(longitude),
      createdAt: clock.now(),
    })),
  );
  const twinnings = TWINNINGS.map(({ cities, kind, agreedOn }) => {
    const [cityAId, cityBId] = cities.map(ids).sort() as [string, string];
    return { id: newId(), cityAId, cityBId, kind, agreedOn };
  });
  await em.insert(Twinning, twinnings);
  for (const { key } of CITIES) await rooms.tell(null, 'city.added', ['city', ids(key)], actor);
  for (const { id } of twinnings) await rooms.tell(null, 'twinning.added', ['twinning', id], actor);
}

async function addTopics(rooms: SampleRooms, forumId: string, actor: string): Promise<Keyed> {
  const ids = keyed(TOPICS, () => newId());
  await rooms.em.insert(
    Topic,
    TOPICS.map(({ key, name }, position) => ({ id: ids(key), forumId, position, name })),
  );
  for (const { key } of TOPICS) await rooms.tell(forumId, 'topic.added', ['topic', ids(key)], actor);
  return ids;
}

async function addDelegations(
  rooms: SampleRooms,
  forumId: string,
  cities: Keyed,
  actor: string,
): Promise<Keyed> {
  const ids = keyed(CITIES, () => newId());
  await rooms.em.insert(
    Delegation,
    CITIES.map(({ key, weight }) => ({
      id: ids(key),
      forumId,
      cityId: cities(key),
      weight,
      createdAt: rooms.clock.now(),
    })),
  );
  for (const { key } of CITIES)
    await rooms.tell(forumId, 'delegation.added', ['delegation', ids(key)], actor);
  return ids;
}

async function addParticipants(
  rooms: SampleRooms,
  forumId: string,
  accounts: Keyed,
  delegations: Keyed,
): Promise<Keyed> {
  const ids = keyed(PEOPLE, () => newId());
  await rooms.em.insert(
    Participant,
    PEOPLE.map(({ key, role, city, head }) => ({
      id: ids(key),
      forumId,
      accountId: accounts(key),
      role,
      delegationId: city ? delegations(city) : null,
      head: head ?? false,
      createdAt: rooms.clock.now(),
    })),
  );
  for (const { key } of PEOPLE)
    await rooms.tell(forumId, 'participant.joined', ['participant', ids(key)], accounts(key));
  return ids;
}

const day = (date: Date): string => date.toISOString().slice(0, 10);
