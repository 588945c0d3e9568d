import { count } from './count.js';

describe('a motion', () => {
  const votes = (yes: number, no: number, abstain = 0) => [
    ...Array.from({ length: yes }, () => ({ choice: 'yes' })),
    ...Array.from({ length: no }, () => ({ choice: 'no' })),
    ...Array.from({ length: abstain }, () => ({ choice: 'abstain' })),
  ];
  const adopted = (ballots: object[], rule: object, more: object = {}) =>
    count({ method: 'yes-no-abstain', ballots, rule, ...more }).adopted;

  it.each([
    ['votes', 2, 1, 5, true],
    ['valid', 2, 1, 5, false],
    ['cast', 2, 0, 1, false],
  ] as const)('of two thirds on the base of %s', (base, yes, no, abstain, result) => {
    const ballots = [...votes(yes, no, abstain), { blank: true }];
    expect(adopted(ballots, { majority: 'two-thirds', base })).toBe(result);
  });

  it('needs the majority of heads and of groups where the rule says both', () => {
    const rule = { majority: 'simple', base: 'votes', groups: { majority: 'simple' } };
    const of = (group: string, yes: number, no: number) =>
      votes(yes, no).map((ballot) => ({ ...ballot, group }));
    expect(adopted([...of('Fez', 9, 0), ...of('Lille', 0, 1), ...of('Coimbra', 0, 1)], rule)).toBe(false);
    expect(adopted([...of('Fez', 9, 0), ...of('Lille', 1, 0), ...of('Coimbra', 0, 1)], rule)).toBe(true);
  });

  it('is a tie where equal sides are to be compared, and none where a share is reached or not', () => {
    const of = (majority: unknown) =>
      count({ method: 'yes-no-abstain', ballots: votes(2, 2), rule: { majority, base: 'votes' } });
    expect(of('simple')).toMatchObject({ adopted: false, winners: [], tie: { between: ['yes', 'no'] } });
    expect(of({ num: 1, den: 2 })).toMatchObject({ adopted: true, winners: ['yes'], tie: null });
    expect(of('absolute')).toMatchObject({ adopted: false, winners: ['no'], tie: null });
  });

  it('decides nothing without its quorum, of heads', () => {
    const rule = { majority: 'simple', base: 'votes', quorum: { num: 1, den: 2, of: 'entitled' } };
    const heavy = [{ choice: 'yes', weight: 100 }];
    expect(count({ method: 'yes-no-abstain', ballots: heavy, rule, entitled: 3 })).toMatchObject({
      quorate: false,
      adopted: false,
      winners: [],
    });
    expect(adopted(heavy, rule, { entitled: 3, present: 2 })).toBe(true);
  });
});
