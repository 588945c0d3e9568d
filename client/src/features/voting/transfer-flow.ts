import type { Exact, Round } from '../../../../src/voting/counting/counting.contract.js';
import { sizeOf } from './weight.js';

/** More stages or options than this make no picture that anyone could read; the table has all. */
export const STAGES_DRAWN = 12;
const LANES_DRAWN = 24;

/** The pile of ballots that name nobody else has a lane as well. */
export const EXHAUSTED = '';

/** All lengths are units of the drawing; a bar stands on the floor of its lane. */
export interface FlowBar {
  readonly id: string;
  readonly stage: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly votes: Exact;
  readonly state: 'elected' | 'out' | 'stays';
}
export interface FlowBand {
  readonly from: string;
  readonly to: string;
  readonly path: string;
  /** As wide as the votes that go, by the same measure as the bars' height. */
  readonly width: number;
}
export interface Flow {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly { readonly id: string; readonly floor: number }[];
  readonly bars: readonly FlowBar[];
  readonly bands: readonly FlowBand[];
  /** What a seat or a win needs, in each lane and stage. */
  readonly marks: readonly { readonly x: number; readonly y: number }[];
  /** The number, from 1, of the first stage that is drawn. */
  readonly first: number;
}

export const BAR = 14;
const [LABELS, STEP, GAP, HEAD, MOST] = [132, 118, 26, 30, 520];

interface Drawn {
  readonly rounds: readonly Round[];
  readonly quota: Exact | null;
  readonly rtl: boolean;
}

/**
 * Where each stage's bars stand and how its votes pass on, stages in reading direction. Null where there is nothing
 * to pass on, or too much to draw.
 */
export function flowOf({ rounds, quota, rtl }: Drawn): Flow | null {
  const shown = rounds.slice(-STAGES_DRAWN);
  const ids = lanesOf(shown);
  if (shown.length < 2 || ids.length > LANES_DRAWN + 1) return null;
  const needs = shown.map((round) => (quota === null ? half(round) : sizeOf(quota)));
  const highest = (id: string) => Math.max(...shown.map((round, at) => lineFor(id, round, needs[at] ?? 0)));
  const scale = MOST / ids.reduce((sum, id) => sum + highest(id), 0);
  const width = LABELS + (shown.length - 1) * STEP + BAR + 60;
  const x = (stage: number) => (rtl ? width - LABELS - stage * STEP - BAR : LABELS + stage * STEP);
  const lanes: { id: string; floor: number }[] = [];
  for (const id of ids) lanes.push({ id, floor: (lanes.at(-1)?.floor ?? HEAD) + GAP + highest(id) * scale });
  const floor = new Map(lanes.map((lane) => [lane.id, lane.floor]));
  const bars = shown.flatMap((round, stage) =>
    ids.flatMap((id) => {
      const votes = votesOf(round, id);
      const height = sizeOf(votes ?? 0) * scale;
      if (votes === null || (id === EXHAUSTED && height === 0)) return [];
      return [
        {
          id,
          stage,
          x: x(stage),
          y: (floor.get(id) ?? 0) - height,
          height,
          votes,
          state: stateOf(shown, stage, id),
        },
      ];
    }),
  );
  const bands = shown
    .slice(1)
    .flatMap((round, at) =>
      passed({ before: shown[at] as Round, after: round, ids }).map((band) =>
        ribbon(band, { from: x(at) + (rtl ? 0 : BAR), to: x(at + 1) + (rtl ? BAR : 0), floor, scale }),
      ),
    );
  const marks = lanes
    .filter(({ id }) => id !== EXHAUSTED)
    .flatMap((lane) =>
      shown.flatMap((round, at) =>
        lane.id in round.tally ? [{ x: x(at), y: lane.floor - (needs[at] ?? 0) * scale }] : [],
      ),
    );
  const height = (lanes.at(-1)?.floor ?? 0) + GAP / 2;
  return { width, height, lanes, bars, bands, marks, first: rounds.length - shown.length + 1 };
}

/** The strongest at the first stage that is drawn stand first; ballots without further choice last. */
function lanesOf(rounds: readonly Round[]): readonly string[] {
  const [first] = rounds;
  const ids = Object.keys(first?.tally ?? {}).sort(
    (a, b) => sizeOf(first?.tally[b] ?? 0) - sizeOf(first?.tally[a] ?? 0),
  );
  return rounds.some(({ exhausted }) => sizeOf(exhausted) > 0) ? [...ids, EXHAUSTED] : ids;
}

const half = ({ tally }: Round) =>
  Object.values(tally).reduce<number>((sum, votes) => sum + sizeOf(votes), 0) / 2;

const votesOf = (round: Round, id: string): Exact | null =>
  id === EXHAUSTED ? round.exhausted : (round.tally[id] ?? null);

/** How tall a lane must be for its bar and, while it can still be reached, the line that it needs. */
function lineFor(id: string, round: Round, need: number): number {
  const votes = votesOf(round, id);
  return Math.max(votes === null ? 0 : sizeOf(votes), votes === null || id === EXHAUSTED ? 0 : need);
}

/** Once elected, an option stays so. Who goes out stands for the last time at the stage that says so. */
function stateOf(rounds: readonly Round[], stage: number, id: string): FlowBar['state'] {
  if (rounds.slice(0, stage + 1).some(({ elected }) => elected.includes(id))) return 'elected';
  return rounds[stage]?.eliminated.includes(id) ? 'out' : 'stays';
}

export interface Passed {
  readonly from: string;
  readonly to: string;
  readonly votes: number;
  /** Votes below this band at either end. */
  readonly belowFrom: number;
  readonly belowTo: number;
}

/**
 * What passes from one stage to the next, votes that stay where they are included. Transfers are told at the stage
 * that they leave.
 */
export function passed(step: {
  readonly before: Round;
  readonly after: Round;
  readonly ids: readonly string[];
}): readonly Passed[] {
  const going = step.before.transfers.map(({ from, to, votes }) => ({
    from,
    to: to ?? EXHAUSTED,
    votes: sizeOf(votes),
  }));
  const staying = step.ids.map((id) => {
    const left = going.filter(({ from }) => from === id).reduce((sum, { votes }) => sum + votes, 0);
    return {
      from: id,
      to: id,
      votes: votesOf(step.after, id) === null ? 0 : sizeOf(votesOf(step.before, id) ?? 0) - left,
    };
  });
  const [leaves, arrives] = [new Map<string, number>(), new Map<string, number>()];
  return [...staying, ...going]
    .filter(({ votes }) => votes > 1e-9)
    .map(({ from, to, votes }) => {
      const band = { from, to, votes, belowFrom: leaves.get(from) ?? 0, belowTo: arrives.get(to) ?? 0 };
      leaves.set(from, band.belowFrom + votes);
      arrives.set(to, band.belowTo + votes);
      return band;
    });
}

function ribbon(
  { from, to, votes, belowFrom, belowTo }: Passed,
  place: { from: number; to: number; floor: ReadonlyMap<string, number>; scale: number },
): FlowBand {
  const width = votes * place.scale;
  const start = (place.floor.get(from) ?? 0) - belowFrom * place.scale;
  const end = (place.floor.get(to) ?? 0) - belowTo * place.scale;
  const middle = (place.from + place.to) / 2;
  const curve = (y: number, x: number, toY: number) =>
    `C${r(middle)} ${r(y)} ${r(middle)} ${r(toY)} ${r(x)} ${r(toY)}`;
  const path = `M${r(place.from)} ${r(start)}${curve(start, place.to, end)}L${r(place.to)} ${r(end - width)}${curve(end - width, place.from, start - width)}Z`;
  return { from, to, path, width };
}

const r = (value: number) => Math.round(value * 100) / 100;
