import { appeal } from './appeal.js';
import { chairing } from './chairing.js';
import { cities } from './cities.js';
import { codes } from './codes.js';
import { discussion } from './discussion.js';
import { forum } from './forum.js';
import { identity } from './identity.js';
import { manage } from './manage.js';
import { now } from './now.js';
import { people } from './people.js';
import { planning } from './planning.js';
import { program } from './program.js';
import { proposals } from './proposals.js';
import { results } from './results.js';
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
  ...chairing,
  ...results,
  ...manage,
  ...cities,
  ...people,
  ...planning,
  ...appeal,
};
