import { Foundation20261124000001 } from './20261124000001-foundation.js';
import { Votes20261124000002 } from './20261124000002-votes.js';
import { Proposals20261124000003 } from './20261124000003-proposals.js';
import { Amendments20261124000004 } from './20261124000004-amendments.js';
import { Merging20261124000005 } from './20261124000005-merging.js';
import { Notifications20261124000007 } from './20261124000007-notifications.js';
import { Attachments20261125000001 } from './20261125000001-attachments.js';
import { Mentions20261125000002 } from './20261125000002-mentions.js';
import { Recompile20261125000010 } from './20261125000010-recompile.js';
import { Releases20261125000020 } from './20261125000020-releases.js';
import { AppealDocument20261125000030 } from './20261125000030-appeal-document.js';
import { AppealLanguages20261125000040 } from './20261125000040-appeal-languages.js';
import { Passkeys20261125000050 } from './20261125000050-passkeys.js';
import { Adoption20261130000001 } from './20261130000001-adoption.js';
import { Comments20261130000010 } from './20261130000010-comments.js';
import { ClauseAmendments20261130000020 } from './20261130000020-clause-amendments.js';
import { Discussed20261130000040 } from './20261130000040-discussed.js';
import { ClauseAmendmentsTold20261130000050 } from './20261130000050-clause-amendments-told.js';
import { MentionsEverywhere20261130000051 } from './20261130000051-mentions-everywhere.js';

/** Every migration, oldest first: listed by hand, so that the build knows them without looking at folders. */
export const MIGRATIONS = [
  Foundation20261124000001,
  Votes20261124000002,
  Proposals20261124000003,
  Amendments20261124000004,
  Merging20261124000005,
  Notifications20261124000007,
  Attachments20261125000001,
  Mentions20261125000002,
  Recompile20261125000010,
  Releases20261125000020,
  AppealDocument20261125000030,
  AppealLanguages20261125000040,
  Passkeys20261125000050,
  Adoption20261130000001,
  Comments20261130000010,
  ClauseAmendments20261130000020,
  Discussed20261130000040,
  ClauseAmendmentsTold20261130000050,
  MentionsEverywhere20261130000051,
];
