import { Foundation20261124000001 } from './20261124000001-foundation.js';
import { Votes20261124000002 } from './20261124000002-votes.js';
import { Proposals20261124000003 } from './20261124000003-proposals.js';
import { Amendments20261124000004 } from './20261124000004-amendments.js';
import { Merging20261124000005 } from './20261124000005-merging.js';
import { Notifications20261124000007 } from './20261124000007-notifications.js';
import { AppealDocument20261125000030 } from './20261125000030-appeal-document.js';

/** Every migration, oldest first: listed by hand, so that the build knows them without looking at folders. */
export const MIGRATIONS = [
  Foundation20261124000001,
  Votes20261124000002,
  Proposals20261124000003,
  Amendments20261124000004,
  Merging20261124000005,
  Notifications20261124000007,
  AppealDocument20261125000030,
];
