import { City } from '../../src/forum/city.entity.js';
import { Delegation } from '../../src/forum/delegation.entity.js';
import type { ParticipantRole } from '../../src/forum/forum.contract.js';
import { Forum } from '../../src/forum/forum.entity.js';
import { Participant } from '../../src/forum/participant.entity.js';
import { Topic } from '../../src/forum/topic.entity.js';
import { Accounts } from '../../src/identity/accounts.service.js';
import { SignIns } from '../../src/identity/sign-ins.service.js';
import { newId } from '../../src/kernel/ids.js';
import type { Localized } from '../../src/kernel/localized.js';
import type { TestApp } from './app.js';
import { BrowserClient } from './browser-client.js';

export const inAll = (text: string): Localized => ({ ar: `${text} ع`, fr: `${text} fr`, en: text });

export interface Person {
  readonly client: BrowserClient;
  readonly accountId: string;
  readonly participantId: string;
}

type WithDatabase = Pick<TestApp, 'db'>;

let made = 0;

/** A person with an account, signed in; no seat anywhere. */
export async function makeAccount(
  { app, db, url }: TestApp,
  name = `Person ${++made}`,
): Promise<Omit<Person, 'participantId'>> {
  const account = await app
    .get(Accounts)
    .create(db.manager, { name, locale: 'fr', email: `p${++made}@example.org` });
  const client = new BrowserClient(url);
  client.cookie = `nidaa=${await app.get(SignIns).start(db.manager, account.id, 'test')}`;
  return { client, accountId: account.id };
}

/** A person with a seat in a forum. */
export async function makePerson(
  test: TestApp,
  forumId: string,
  role: ParticipantRole,
  {
    delegationId = null,
    head = false,
    name,
  }: { delegationId?: string | null; head?: boolean; name?: string } = {},
): Promise<Person> {
  const account = await makeAccount(test, name);
  const participantId = newId();
  await test.db.manager.insert(Participant, {
    id: participantId,
    forumId,
    accountId: account.accountId,
    role,
    delegationId,
    head,
    createdAt: new Date(),
  });
  return { ...account, participantId };
}

export async function makeCity({ db }: WithDatabase, name = `City ${++made}`): Promise<City> {
  const city = {
    id: newId(),
    name: inAll(name),
    country: null,
    latitude: '34.03313',
    longitude: String(-5 - made / 1000),
    geonamesId: null,
    createdAt: new Date(),
  };
  await db.manager.insert(City, city);
  return city;
}

export async function makeDelegation(test: WithDatabase, forumId: string, weight = '1'): Promise<Delegation> {
  const city = await makeCity(test);
  const delegation = { id: newId(), forumId, cityId: city.id, weight, createdAt: new Date() };
  await test.db.manager.insert(Delegation, delegation);
  return delegation;
}

export async function makeForum({ db }: WithDatabase): Promise<Forum> {
  const forum: Forum = {
    id: newId(),
    slug: `forum-${++made}`,
    title: inAll('Forum'),
    theme: inAll('Theme'),
    place: inAll('Fez'),
    hostCityId: null,
    emblemFileId: null,
    admission: null,
    startsOn: '2014-06-12',
    endsOn: '2014-06-14',
    sample: false,
    version: 1,
    createdAt: new Date(),
  };
  await db.manager.insert(Forum, forum);
  return forum;
}

export async function makeTopic({ db }: WithDatabase, forumId: string, position = 0): Promise<Topic> {
  const topic = { id: newId(), forumId, position, name: inAll(`Topic ${position}`) };
  await db.manager.insert(Topic, topic);
  return topic;
}

/** A forum with one of each: what most tests begin with. */
export async function makeHall(test: TestApp) {
  const forum = await makeForum(test);
  const topic = await makeTopic(test, forum.id);
  const delegation = await makeDelegation(test, forum.id);
  const other = await makeDelegation(test, forum.id, '2');
  return {
    forum,
    topic,
    delegation,
    organiser: await makePerson(test, forum.id, 'organiser'),
    moderator: await makePerson(test, forum.id, 'moderator'),
    delegate: await makePerson(test, forum.id, 'delegate', { delegationId: delegation.id, head: true }),
    otherDelegation: other,
    otherDelegate: await makePerson(test, forum.id, 'delegate', { delegationId: other.id, head: true }),
    observer: await makePerson(test, forum.id, 'observer'),
    anonymous: new BrowserClient(test.url),
  };
}
