import type { City } from './city.entity.js';
import { mayCompile, mayContribute, mayManage, mayModerate } from './forum.abilities.js';
import type { CityView, ForumSummary, ForumView, TopicView, TwinningView } from './forum.contract.js';
import type { Forum } from './forum.entity.js';
import type { Standing } from './forum-access.js';
import type { Topic } from './topic.entity.js';
import type { Twinning } from './twinning.entity.js';

export function presentForumSummary(forum: Forum): ForumSummary {
  return {
    id: forum.id,
    slug: forum.slug,
    title: forum.title,
    theme: forum.theme,
    place: forum.place,
    startsOn: forum.startsOn,
    endsOn: forum.endsOn,
    sample: forum.sample,
    // The file's id in the address lets browsers keep it: a new emblem has a new address.
    emblem: forum.emblemFileId && `/api/v1/forums/${forum.slug}/emblem?v=${forum.emblemFileId}`,
  };
}

interface Around {
  readonly topics: readonly Topic[];
  readonly hostCity: City | null;
  readonly counts: ForumView['counts'];
  readonly standing: Standing;
}

export function presentForum(forum: Forum, { topics, hostCity, counts, standing }: Around): ForumView {
  return {
    ...presentForumSummary(forum),
    version: forum.version,
    admission: forum.admission,
    hostCity: hostCity && presentCity(hostCity),
    topics: topics.map(presentTopic),
    counts,
    abilities: {
      manage: mayManage(standing),
      moderate: mayModerate(standing),
      contribute: mayContribute(standing),
      compile: mayCompile(standing),
    },
  };
}

export function presentTopic({ id, position, name }: Topic): TopicView {
  return { id, position, name };
}

type Place = Pick<City, 'id' | 'name' | 'country' | 'latitude' | 'longitude'>;

export function presentCity({ id, name, country, latitude, longitude }: Place): CityView {
  return { id, name, country, latitude: Number(latitude), longitude: Number(longitude) };
}

/** `cities` holds both cities of the agreement: the table's foreign keys see to that. */
export function presentTwinning(
  { id, cityAId, cityBId, kind, agreedOn }: Twinning,
  cities: ReadonlyMap<string, City>,
): TwinningView {
  const city = (cityId: string): CityView => presentCity(cities.get(cityId) as City);
  return { id, cities: [city(cityAId), city(cityBId)], kind, agreedOn };
}
