import { newId } from '../../../src/kernel/ids.js';
import { inAll } from '../../support/people.js';
import { sendFile } from '../../support/sent-files.js';
import {
  contributors,
  everyone,
  hiddenFrom,
  made,
  moderators,
  type Outcomes,
  outcomes,
  participants,
  ROLES,
  type Role,
  type Rows,
  type Scene,
} from './table.js';

interface MadeProposal {
  readonly id: string;
  readonly version: number;
}

const TEXT = {
  title: 'Fountains in every quarter',
  summary: 'Water for everybody who walks by.',
  paragraphs: [
    {
      kind: 'text',
      html: 'Every quarter keeps a public fountain. We commit to opening one fountain in every street.',
    },
  ],
};

/** The role that writes: one's own where a role may, else the delegate's. */
const authorFor = (role: Role): Role => (contributors[role] === 'ok' ? role : 'delegate');

const draft = (scene: Scene, by: Role): Promise<MadeProposal> =>
  made(scene, by, `${scene.forum}/proposals`, { lang: 'en', ...TEXT });

async function submitted(scene: Scene, by: Role): Promise<MadeProposal> {
  const { id, version } = await draft(scene, by);
  return made(scene, by, `/api/v1/proposals/${id}/submit`, { version });
}

export async function admittedProposal(scene: Scene, by: Role = 'delegate'): Promise<MadeProposal> {
  const { id, version } = await submitted(scene, by);
  return made(scene, 'moderator', `/api/v1/proposals/${id}/admit`, { version });
}

/** A draft is its author's alone: for all others it is not there. */
const authorOnly = outcomes(['delegate'], {
  anonymous: 'object.missing',
  observer: 'object.missing',
  foreigner: 'object.missing',
  moderator: 'object.missing',
  organiser: 'object.missing',
});

/** What was submitted is there for its author and the moderators alone. */
const judges = {
  ...moderators,
  anonymous: 'object.missing',
  observer: 'object.missing',
  foreigner: 'object.missing',
};

const moved = (who: Outcomes, move: string, from: (scene: Scene) => Promise<MadeProposal>): Rows[string] => ({
  who,
  ask: async (scene) => {
    const { id, version } = await from(scene);
    return { path: `/api/v1/proposals/${id}/${move}`, body: { version } };
  },
});

const session = async (scene: Scene): Promise<string> => {
  const times = { startsAt: '2014-06-12T08:00:00Z', endsAt: '2014-06-12T10:00:00Z' };
  const body = { kind: 'plenary', title: inAll('Plenary'), place: 'Dar Batha', ...times };
  return (await made<{ id: string }>(scene, 'organiser', `${scene.forum}/sessions`, body)).id;
};

const merging = ({ version }: MadeProposal, { id }: MadeProposal) => ({
  version,
  intoId: id,
  reason: 'Both ask for the same.',
});

const NO_CO_AUTHORS = {
  ...Object.fromEntries(ROLES.map((role) => [role, 'author.missing'])),
  anonymous: 'auth.required',
  foreigner: 'auth.forbidden',
};

/** A moderator's admitted proposal, which the delegate of this name was asked to sign. */
async function invited(scene: Scene, who: 'delegate' | 'otherDelegate'): Promise<string> {
  const { id, version } = await admittedProposal(scene, 'moderator');
  const body = { version, participantId: scene.hall[who].participantId };
  await made(scene, 'moderator', `/api/v1/proposals/${id}/co-authors`, body);
  return id;
}

/** The delegate heads the delegation here. */
const forCities = outcomes(['delegate'], {
  moderator: 'endorsement.no-city',
  organiser: 'endorsement.no-city',
});
const beforeHeads = async (scene: Scene): Promise<string> => (await admittedProposal(scene)).id;

/** A delegate's draft with a file: its address and that of the file. */
async function attached(scene: Scene): Promise<string> {
  const { id } = await draft(scene, 'delegate');
  const { body } = await sendFile(scene.hall.delegate.client, id, Buffer.from(`Annex of ${id}`));
  return `/api/v1/proposals/${id}/attachments/${body.attachments[0]?.id}`;
}

export const PROPOSAL_ROWS: Rows = {
  'GET /api/v1/forums/:slug/proposals': {
    who: everyone,
    ask: ({ forum }) => ({ path: `${forum}/proposals` }),
  },
  'POST /api/v1/forums/:slug/proposals': {
    who: contributors,
    ask: ({ forum }) => ({ path: `${forum}/proposals`, body: { lang: 'en', ...TEXT } }),
  },
  'GET /api/v1/proposals/:id': {
    who: hiddenFrom('anonymous', 'observer', 'foreigner', 'moderator', 'organiser'),
    ask: async (scene) => ({ path: `/api/v1/proposals/${(await draft(scene, 'delegate')).id}` }),
  },
  'PATCH /api/v1/proposals/:id': {
    who: authorOnly,
    ask: async (scene) => {
      const { id, version } = await draft(scene, 'delegate');
      return { path: `/api/v1/proposals/${id}`, body: { ...TEXT, version } };
    },
  },
  'POST /api/v1/proposals/:id/attachments': {
    who: authorOnly,
    ask: async (scene) => {
      const { id } = await draft(scene, 'delegate');
      const form = new FormData();
      form.append('file', new Blob([`Annex of ${id}`]), 'annex.txt');
      return { path: `/api/v1/proposals/${id}/attachments`, form };
    },
  },
  'GET /api/v1/proposals/:id/attachments/:attachmentId': {
    who: hiddenFrom('anonymous', 'observer', 'foreigner', 'moderator', 'organiser'),
    ask: async (scene) => ({ path: await attached(scene) }),
  },
  'DELETE /api/v1/proposals/:id/attachments/:attachmentId': {
    who: authorOnly,
    ask: async (scene) => ({ path: await attached(scene) }),
  },
  'PUT /api/v1/proposals/:id/texts/:lang': {
    who: contributors,
    ask: async (scene, role) => {
      const { id, version } = await admittedProposal(scene, authorFor(role));
      return {
        path: `/api/v1/proposals/${id}/texts/fr`,
        body: { title: 'Des fontaines', paragraphs: [{ kind: 'text', html: 'Oui.' }], version },
      };
    },
  },
  'POST /api/v1/proposals/:id/submit': {
    who: authorOnly,
    ask: async (scene) => {
      const { id, version } = await draft(scene, 'delegate');
      return { path: `/api/v1/proposals/${id}/submit`, body: { version } };
    },
  },
  'POST /api/v1/proposals/:id/admit': {
    who: judges,
    ask: async (scene) => {
      const { id, version } = await submitted(scene, 'delegate');
      return { path: `/api/v1/proposals/${id}/admit`, body: { version } };
    },
  },
  'POST /api/v1/proposals/:id/return': {
    who: judges,
    ask: async (scene) => {
      const { id, version } = await submitted(scene, 'delegate');
      return {
        path: `/api/v1/proposals/${id}/return`,
        body: { version, reason: 'Please name who pays for it.' },
      };
    },
  },
  'POST /api/v1/proposals/:id/withdraw': {
    who: outcomes(['delegate']),
    ask: async (scene) => {
      const { id, version } = await admittedProposal(scene);
      return { path: `/api/v1/proposals/${id}/withdraw`, body: { version } };
    },
  },
  'POST /api/v1/proposals/:id/debate': moved(moderators, 'debate', admittedProposal),
  'POST /api/v1/proposals/:id/schedule': {
    who: moderators,
    ask: async (scene) => {
      const { id, version } = await admittedProposal(scene);
      return { path: `/api/v1/proposals/${id}/schedule`, body: { version, sessionId: await session(scene) } };
    },
  },
  'POST /api/v1/proposals/:id/unschedule': {
    who: moderators,
    ask: async (scene) => {
      const { id, version } = await admittedProposal(scene);
      const path = `/api/v1/proposals/${id}`;
      const body = { version, sessionId: await session(scene) };
      const scheduled = await made<MadeProposal>(scene, 'moderator', `${path}/schedule`, body);
      return { path: `${path}/unschedule`, body: { version: scheduled.version } };
    },
  },
  'POST /api/v1/proposals/:id/lapse': {
    who: judges,
    ask: async (scene) => {
      const { id, version } = await submitted(scene, 'delegate');
      return { path: `/api/v1/proposals/${id}/lapse`, body: { version, reason: 'The forum is over.' } };
    },
  },
  'POST /api/v1/proposals/:id/merge': {
    who: moderators,
    ask: async (scene) => {
      const [one, other] = [await admittedProposal(scene), await admittedProposal(scene)];
      return { path: `/api/v1/proposals/${one.id}/merge`, body: merging(one, other) };
    },
  },
  'POST /api/v1/proposals/:id/unmerge': {
    who: moderators,
    ask: async (scene) => {
      const [one, other] = [await admittedProposal(scene), await admittedProposal(scene)];
      const path = `/api/v1/proposals/${one.id}`;
      const { version } = await made<MadeProposal>(scene, 'moderator', `${path}/merge`, merging(one, other));
      return { path: `${path}/unmerge`, body: { version, reason: 'They are not the same after all.' } };
    },
  },
  'POST /api/v1/proposals/:id/links': {
    who: moderators,
    ask: async (scene) => {
      const [one, other] = [await admittedProposal(scene), await admittedProposal(scene)];
      return { path: `/api/v1/proposals/${one.id}/links`, body: { otherId: other.id } };
    },
  },
  'DELETE /api/v1/proposals/:id/links/:otherId': {
    who: moderators,
    ask: async (scene) => {
      const [one, other] = [await admittedProposal(scene), await admittedProposal(scene)];
      const path = `/api/v1/proposals/${one.id}/links`;
      await made(scene, 'moderator', path, { otherId: other.id });
      return { path: `${path}/${other.id}` };
    },
  },
  'GET /api/v1/forums/:slug/proposals/counts': {
    who: everyone,
    ask: ({ forum }) => ({ path: `${forum}/proposals/counts` }),
  },
  'GET /api/v1/forums/:slug/proposals/similar': {
    who: everyone,
    ask: ({ forum }) => ({ path: `${forum}/proposals/similar?lang=en&title=Fountains` }),
  },
  'GET /api/v1/proposals/:id/similar': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/proposals/${(await admittedProposal(scene)).id}/similar` }),
  },
  'GET /api/v1/proposals/:id/qr.svg': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/proposals/${(await admittedProposal(scene)).id}/qr.svg` }),
  },
  'GET /api/v1/proposals/:id/export.pdf': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/proposals/${(await admittedProposal(scene)).id}/export.pdf` }),
  },
  'GET /api/v1/proposals/:id/synopsis.pdf': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/proposals/${(await admittedProposal(scene)).id}/synopsis.pdf` }),
  },
  'GET /api/v1/proposals/:id/export.docx': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/proposals/${(await admittedProposal(scene)).id}/export.docx` }),
  },
  'GET /api/v1/proposals/:id/export.json': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/proposals/${(await admittedProposal(scene)).id}/export.json` }),
  },
  'GET /api/v1/proposals/:id/versions/:number': {
    who: everyone,
    ask: async (scene) => ({ path: `/api/v1/proposals/${(await admittedProposal(scene)).id}/versions/1` }),
  },
  'POST /api/v1/proposals/:id/co-authors': {
    who: authorOnly,
    ask: async (scene) => {
      const { id, version } = await draft(scene, 'delegate');
      const participantId = scene.hall.otherDelegate.participantId;
      return { path: `/api/v1/proposals/${id}/co-authors`, body: { version, participantId } };
    },
  },
  'POST /api/v1/proposals/:id/co-authors/accept': {
    who: { ...outcomes(ROLES, NO_CO_AUTHORS), delegate: 'ok' },
    ask: async (scene, role) => {
      const id = await invited(scene, role === 'delegate' ? 'delegate' : 'otherDelegate');
      return { path: `/api/v1/proposals/${id}/co-authors/accept` };
    },
  },
  'DELETE /api/v1/proposals/:id/co-authors/:participantId': {
    who: outcomes(['delegate', 'moderator']),
    ask: async (scene, role) => {
      const asked = role === 'delegate' ? 'delegate' : 'otherDelegate';
      const id = await invited(scene, asked);
      return { path: `/api/v1/proposals/${id}/co-authors/${scene.hall[asked].participantId}` };
    },
  },
  'PUT /api/v1/proposals/:id/city-endorsement': {
    who: forCities,
    ask: async (scene) => ({ path: `/api/v1/proposals/${await beforeHeads(scene)}/city-endorsement` }),
  },
  'DELETE /api/v1/proposals/:id/city-endorsement': {
    who: forCities,
    ask: async (scene, role) => {
      const path = `/api/v1/proposals/${await beforeHeads(scene)}/city-endorsement`;
      if (forCities[role] === 'ok') await made(scene, role, path, undefined, 'PUT');
      return { path };
    },
  },
  'DELETE /api/v1/proposals/:id/endorsement-request': {
    who: participants,
    ask: async (scene) => ({
      path: `/api/v1/proposals/${(await admittedProposal(scene)).id}/endorsement-request`,
    }),
  },
  'PUT /api/v1/proposals/:id/following': {
    who: participants,
    ask: async (scene) => ({ path: `/api/v1/proposals/${(await admittedProposal(scene)).id}/following` }),
  },
  'DELETE /api/v1/proposals/:id/following': {
    who: participants,
    ask: async (scene) => ({ path: `/api/v1/proposals/${(await admittedProposal(scene)).id}/following` }),
  },
  'GET /api/v1/forums/:slug/proposal-filters': {
    who: participants,
    ask: ({ forum }) => ({ path: `${forum}/proposal-filters` }),
  },
  'POST /api/v1/forums/:slug/proposal-filters': {
    who: participants,
    ask: ({ forum }) => ({
      path: `${forum}/proposal-filters`,
      body: { name: `Open ${newId()}`, query: { state: 'admitted', sort: 'breadth' } },
    }),
  },
  'DELETE /api/v1/forums/:slug/proposal-filters/:id': {
    who: participants,
    ask: async (scene, role) => {
      const path = `${scene.forum}/proposal-filters`;
      const body = { name: `Mine ${newId()}`, query: { mine: true } };
      const own = participants[role] === 'ok' ? role : 'delegate';
      return { path: `${path}/${(await made<{ id: string }>(scene, own, path, body)).id}` };
    },
  },
  'PUT /api/v1/proposals/:id/endorsement': {
    // Nobody endorses the own: the delegate of this table meets another's.
    who: contributors,
    ask: async (scene, role) => ({
      path: `/api/v1/proposals/${(await admittedProposal(scene, role === 'delegate' ? 'moderator' : 'delegate')).id}/endorsement`,
    }),
  },
  'DELETE /api/v1/proposals/:id/endorsement': {
    who: contributors,
    ask: async (scene, role) => {
      const { id } = await admittedProposal(scene, role === 'delegate' ? 'moderator' : 'delegate');
      const path = `/api/v1/proposals/${id}/endorsement`;
      if (contributors[role] === 'ok') await made(scene, role, path, undefined, 'PUT');
      return { path };
    },
  },
};
