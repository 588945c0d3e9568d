import { log2, ONE } from '../../text/fixed.js';
import { likeness } from '../../text/vectors.js';
import type { ClauseKind } from '../appeal.contract.js';
import { byContribution, type Cluster, isAdopted } from './clusters.js';
import { peopleOf } from './rank.js';
import type { Unit } from './units.js';

/** What fits an appeal that people read to the end. Adopted proposals are never left out for want of room. */
const ROOM = { least: 5, most: 8, withoutTopics: 15, recitals: 2, recitalsWithoutTopics: 6 };
/** Two wordings of one section are less like each other than this. */
const APART = 300;
/**
 * A finding of the debates is shared by so many people at least, holds something rather than denies it, is well
 * put, and bears upon a clause that it is at least so like.
 */
const FINDING = { near: 100, quality: 60, people: 3 };

/**
 * The wordings of one topic that say what is to be done, best first: adopted ones, then by score, quality and
 * nearness to what the topic's contributions are about; unlike each other, one a contribution. What nobody
 * but its author stands behind does not word a clause. A topic with more contributions has more room.
 */
export function chooseOperative(
  clusters: readonly Cluster[],
  contributions: number,
  withTopics: boolean,
): Cluster[] {
  const room = withTopics ? roomFor(contributions) : ROOM.withoutTopics;
  const chosen: Cluster[] = [];
  for (const cluster of inOrder(clusters, 'operative', worthOf)) {
    const adopted = isAdopted(cluster.leader);
    const fits = chosen.length < room && mayWord(cluster) && apart(cluster, chosen);
    if (adopted || fits) chosen.push(cluster);
  }
  return chosen;
}

/**
 * The recitals of one topic: those that open as recitals do, then findings that bear upon a chosen operative
 * clause, so that the preamble gives the reasons for what follows.
 */
export function chooseRecitals(
  clusters: readonly Cluster[],
  operative: readonly Cluster[],
  withTopics: boolean,
): Cluster[] {
  const room = withTopics ? ROOM.recitals : ROOM.recitalsWithoutTopics;
  const bearing = (cluster: Cluster) =>
    operative.reduce((nearest, { leader }) => Math.max(nearest, nearness(cluster.leader, leader)), 0);
  const chosen: Cluster[] = [];
  for (const cluster of inOrder(clusters, 'preambular', (c) => worthOf(c) * (100 + bearing(c)))) {
    const opened = cluster.leader.form === 'preambular';
    const finding = isShared(cluster) && bearing(cluster) >= FINDING.near;
    if (chosen.length < room && (opened || finding) && mayWord(cluster) && apart(cluster, chosen))
      chosen.push(cluster);
  }
  return chosen;
}

function roomFor(contributions: number): number {
  return Math.max(ROOM.least, Math.min(ROOM.most, Math.floor(log2(1 + contributions) / ONE)));
}

function isShared({ leader, score }: Cluster): boolean {
  return !leader.negative && leader.quality >= FINDING.quality && score.support >= FINDING.people;
}

function inOrder(clusters: readonly Cluster[], kind: ClauseKind, value: (c: Cluster) => number): Cluster[] {
  const own = clusters.filter((cluster) => cluster.kind === kind);
  const values = new Map(own.map((cluster) => [cluster, value(cluster)]));
  return own.sort(
    (a, b) =>
      Number(isAdopted(b.leader)) - Number(isAdopted(a.leader)) ||
      (values.get(b) as number) - (values.get(a) as number) ||
      byContribution(a.leader.contribution, b.leader.contribution),
  );
}

function worthOf({ score, leader, centrality }: Cluster): number {
  return score.total * leader.quality * (100 + centrality);
}

function apart(cluster: Cluster, chosen: readonly Cluster[]): boolean {
  const { leader } = cluster;
  return chosen.every(
    (other) => other.leader.contribution !== leader.contribution && nearness(other.leader, leader) < APART,
  );
}

function nearness(a: Unit, b: Unit): number {
  let nearest = 0;
  for (const { lang, vector } of a.vectors)
    for (const other of b.vectors)
      if (other.lang === lang) nearest = Math.max(nearest, likeness(vector, other.vector));
  return nearest;
}

/** Somebody stands behind it beside its author: a person, or a city as such, be it the author's own. */
function mayWord({ leader: { contribution }, members }: Cluster): boolean {
  return members.length > 0 || contribution.endorsingCities.length > 0 || peopleOf(contribution.backers) > 1;
}
