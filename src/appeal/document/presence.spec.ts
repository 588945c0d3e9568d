import type { Presence } from './document.contract.js';
import type { LiveDocuments } from './live-documents.service.js';
import { Presences } from './presence.service.js';

const APPEAL = 'appeal';
const presence = (key: string, change: Partial<Presence> = {}): Presence => ({
  key,
  participantId: `p-${key}`,
  name: key,
  clauseId: null,
  lang: null,
  writing: false,
  head: null,
  anchor: null,
  ...change,
});

function presences() {
  const told: { name: string; data: { key?: string } }[] = [];
  const space = {
    broadcast: (_: string, name: string, data: { key?: string }) => void told.push({ name, data }),
  };
  return { all: new Presences({ space } as unknown as LiveDocuments), told };
}
const keysOf = (all: Presences) => all.of(APPEAL).map(({ key }) => key);

describe('who is present in a text', () => {
  it('is told of by the last place, and no longer once gone', () => {
    const { all, told } = presences();
    all.tell(APPEAL, presence('a'), true);
    all.tell(APPEAL, presence('a', { clauseId: 'c' }), true);
    all.tell('another', presence('b'), true);
    expect(all.of(APPEAL)).toEqual([presence('a', { clauseId: 'c' })]);
    all.leave(APPEAL, { id: 'a' });
    all.leave(APPEAL, { id: 'a' });
    expect(all.of(APPEAL)).toEqual([]);
    expect(told.map(({ name }) => name)).toEqual(['presence', 'presence', 'presence', 'absent']);
  });

  it('are all who may write, and of a hall that reads along the first fifty', () => {
    const { all, told } = presences();
    for (let reader = 0; reader < 300; reader++) all.tell(APPEAL, presence(`reader ${reader}`), false);
    for (let writer = 0; writer < 60; writer++) all.tell(APPEAL, presence(`writer ${writer}`), true);
    expect(keysOf(all)).toHaveLength(110);
    expect(told).toHaveLength(110);
    // A place that comes free is taken by the next who tells, and who is shown stays so.
    all.leave(APPEAL, { id: 'reader 0' });
    all.tell(APPEAL, presence('reader 299'), false);
    all.tell(APPEAL, presence('reader 298'), false);
    all.tell(APPEAL, presence('reader 7'), false);
    expect(keysOf(all).filter((key) => /reader (0|7|298|299)$/.test(key))).toEqual([
      'reader 7',
      'reader 299',
    ]);
  });
});
