/**
 * The long files first, so that no worker is left alone with one at the end. Jest knows how long each took on this
 * machine, but not in a fresh clone, as CI has it.
 */
import sequencer from '@jest/test-sequencer';

/** From long to short; what matches none of them takes a few seconds. */
const ORDER = [
  /browser\/pages\./,
  /fault\/kill/,
  /(permissions|backup|import)\.spec/,
  /fault\/rehearse\./,
  /test\/browser\//,
  /test\/(fault|operation)\//,
  /test\/api\//,
];

const rank = ({ path }) => {
  const at = ORDER.findIndex((pattern) => pattern.test(path));
  return at === -1 ? ORDER.length : at;
};

export default class LongestFirst extends sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}
