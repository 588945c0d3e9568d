import { codes } from './codes.js';
import { discussion } from './discussion.js';
import { forum } from './forum.js';
import { identity } from './identity.js';
import { now } from './now.js';
import { program } from './program.js';
import { proposals } from './proposals.js';
import { shell } from './shell.js';
import { voting } from './voting.js';

export default {
  ...shell,
  ...codes,
  ...identity,
  ...forum,
  ...now,
  ...program,
  ...discussion,
  ...proposals,
  ...voting,
};
