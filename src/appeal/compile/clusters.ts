import { byCodePoint } from '../../text/fold.js';
import { likeness, sumOf, type Vector } from '../../text/vectors.js';
import type { ClauseKind } from '../appeal.contract.js';
import type { Contribution } from './contributions.js';
import type { Score } from './draft.js';
import { LeaderIndex } from './leader-index.js';
import { peopleOf, scoreOf } from './rank.js';
import type { Unit } from './units.js';

/** A wording and those who say the like. */
export interface Cluster {
  readonly kind: ClauseKind;
  readonly leader: Unit;
  /** One unit of each other contribution, the likest first. */
  readonly members: readonly Member[];
  readonly score: Score;
  /** How near the wording is to what all units of the topic are about, in thousandths. */
  readonly centrality: number;
}

export interface Member {
  readonly unit: Unit;
  readonly likeness: number;
}

interface Group {
  readonly leader: Unit;
  readonly members: Map<Contribution, Member>;
}

/** From here on two sentences count as saying the like; found by trying on real consultations (docs/appeal.md). */
const JOIN_FROM = 330;

/**
 * Joins units of one topic: in the order of their rank each joins the likest wording found so far or becomes
 * a wording itself; sentences that cannot stand as clauses only join. So the best supported wording leads, and
 * the others become its sources. What was adopted by vote is never joined to another wording.
 */
export function clustersOf(units: readonly Unit[]): Cluster[] {
  const grouping = new Grouping();
  const ranked = inRank(units);
  for (const unit of ranked.filter(({ form }) => form)) if (!grouping.join(unit)) grouping.lead(unit);
  for (const unit of ranked.filter(({ form }) => !form)) grouping.join(unit);
  const centres = centresOf(units);
  return grouping.groups.map(({ leader, members }) => ({
    kind: kindOf(leader),
    leader,
    members: [...members.values()].sort(byLikeness),
    score: scoreOf([leader.contribution, ...members.keys()]),
    centrality: centralityOf(leader, centres),
  }));
}

/** The sum of all vectors of a language: a sentence near it says what many speak of (Radev and others 2004). */
function centresOf(units: readonly Unit[]): Map<string, Vector> {
  const byLang = new Map<string, Vector[]>();
  for (const { vectors } of units) {
    const own = vectors[0];
    if (!own) continue;
    const known = byLang.get(own.lang);
    if (known) known.push(own.vector);
    else byLang.set(own.lang, [own.vector]);
  }
  return new Map(Array.from(byLang, ([lang, vectors]) => [lang, sumOf(vectors)]));
}

function centralityOf({ vectors }: Unit, centres: ReadonlyMap<string, Vector>): number {
  const own = vectors[0];
  const centre = own && centres.get(own.lang);
  return own && centre ? likeness(own.vector, centre) : 0;
}

export function kindOf({ form }: Unit): ClauseKind {
  return form === 'preambular' || form === 'statement' ? 'preambular' : 'operative';
}

/** Adopted first; then how well a sentence is put times who stands behind its contribution. */
function inRank(units: readonly Unit[]): Unit[] {
  const worth = units.map(({ contribution, quality }) => quality * scoreOf([contribution]).total);
  return Array.from(units.keys())
    .sort((a, b) => {
      const [x, y] = [units[a] as Unit, units[b] as Unit];
      return (
        Number(isAdopted(y)) - Number(isAdopted(x)) ||
        (worth[b] as number) - (worth[a] as number) ||
        byContribution(x.contribution, y.contribution) ||
        a - b
      );
    })
    .map((i) => units[i] as Unit);
}

function byLikeness(a: Member, b: Member): number {
  const [x, y] = [a.unit.contribution, b.unit.contribution];
  return b.likeness - a.likeness || peopleOf(y.backers) - peopleOf(x.backers) || byContribution(x, y);
}

export function byContribution({ ref: a }: Contribution, { ref: b }: Contribution): number {
  return byCodePoint(a.kind, b.kind) || byCodePoint(a.id, b.id);
}

/** Whether a unit is what an adopted proposal asks for. */
export function isAdopted(unit: Unit): boolean {
  return unit.contribution.standing === 'adopted' && kindOf(unit) === 'operative' && unit.form !== null;
}

class Grouping {
  readonly groups: Group[] = [];
  private readonly indexes = new Map<string, { readonly index: LeaderIndex; readonly groups: Group[] }>();

  /** Adds a unit to the likest wording in its language; false if there is none. */
  join(unit: Unit): boolean {
    const own = unit.vectors[0];
    const known = own && this.indexes.get(own.lang);
    if (!known || isAdopted(unit)) return false;
    const nearest = known.index.nearest(own.vector, JOIN_FROM, (i) => mayJoin(unit, known.groups[i]?.leader));
    const group = nearest && known.groups[nearest.leader];
    if (!group) return false;
    const { contribution } = unit;
    const before = group.members.get(contribution)?.likeness ?? -1;
    if (contribution !== group.leader.contribution && nearest.likeness > before)
      group.members.set(contribution, { unit, likeness: nearest.likeness });
    return true;
  }

  lead(leader: Unit): void {
    const group = { leader, members: new Map() };
    this.groups.push(group);
    for (const { lang, vector } of leader.vectors) {
      const known = this.indexes.get(lang) ?? { index: new LeaderIndex(), groups: [] };
      known.index.add(vector);
      known.groups.push(group);
      this.indexes.set(lang, known);
    }
  }
}

/** A sentence joins a wording of its kind that is not its contrary. */
function mayJoin(unit: Unit, leader: Unit | undefined): boolean {
  if (!leader || unit.negative !== leader.negative) return false;
  return !unit.form || kindOf(unit) === kindOf(leader);
}
