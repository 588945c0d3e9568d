import { IsNull } from 'typeorm';
import { SignIn } from '../../../src/identity/sign-in.entity.js';
import { SignIns } from '../../../src/identity/sign-ins.service.js';
import { Config } from '../../../src/platform/config/config.js';
import { Authenticator } from '../../support/authenticator.js';
import { makeAccount } from '../../support/people.js';
import { everyone, made, outcomes, ROLES, type Rows, signedIn } from './table.js';

/** What belongs to nobody but oneself: every account may, on its own. */
const own = signedIn;
/** Wrong proof is refused alike for all: nobody learns which half of it was wrong. */
const refusedProof = outcomes([], Object.fromEntries(ROLES.map((role) => [role, 'sign-in.failed'])));

export const IDENTITY_ROWS: Rows = {
  'GET /api/v1/me': { who: everyone, ask: () => ({ path: '/api/v1/me' }) },
  'PATCH /api/v1/me': { who: own, ask: () => ({ path: '/api/v1/me', body: { name: 'A new name' } }) },
  'PUT /api/v1/me/password': {
    who: own,
    ask: () => ({ path: '/api/v1/me/password', body: { password: 'a long sentence about water' } }),
  },
  'POST /api/v1/me/email': {
    who: own,
    ask: (_, role) => ({ path: '/api/v1/me/email', body: { email: `${role}-new@example.org` } }),
  },
  'POST /api/v1/me/email/confirm': {
    who: outcomes([], {
      ...Object.fromEntries(ROLES.map((role) => [role, 'sign-in.failed'])),
      anonymous: 'auth.required',
    }),
    ask: () => ({ path: '/api/v1/me/email/confirm', body: { email: 'x@example.org', code: 'AAAA-AAAA' } }),
  },
  'GET /api/v1/me/sign-ins': { who: own, ask: () => ({ path: '/api/v1/me/sign-ins' }) },
  'DELETE /api/v1/me/sign-ins/:id': {
    // Another's, which is as if it were not there.
    who: outcomes([], {
      ...Object.fromEntries(ROLES.map((role) => [role, 'object.missing'])),
      anonymous: 'auth.required',
      organiser: 'ok',
    }),
    ask: async (scene) => {
      const { db, app } = scene.test;
      await app.get(SignIns).start(db.manager, scene.hall.organiser.accountId, 'another device');
      const { id } = await db.manager.findOneByOrFail(SignIn, {
        device: 'another device',
        revokedAt: IsNull(),
      });
      return { path: `/api/v1/me/sign-ins/${id}` };
    },
  },
  'GET /api/v1/me/api-tokens': { who: own, ask: () => ({ path: '/api/v1/me/api-tokens' }) },
  'POST /api/v1/me/api-tokens': {
    who: own,
    ask: () => ({ path: '/api/v1/me/api-tokens', body: { name: 'Archive', scopes: ['read'], days: 30 } }),
  },
  'DELETE /api/v1/me/api-tokens/:id': {
    who: outcomes([], {
      ...Object.fromEntries(ROLES.map((role) => [role, 'object.missing'])),
      anonymous: 'auth.required',
      delegate: 'ok',
    }),
    ask: async (scene) => {
      const body = { name: 'Mine', scopes: ['read'], days: 1 };
      const { id } = await made<{ id: string }>(scene, 'delegate', '/api/v1/me/api-tokens', body);
      return { path: `/api/v1/me/api-tokens/${id}` };
    },
  },
  'GET /api/v1/me/passkeys': { who: own, ask: () => ({ path: '/api/v1/me/passkeys' }) },
  'POST /api/v1/me/passkeys/begin': { who: own, ask: () => ({ path: '/api/v1/me/passkeys/begin' }) },
  'POST /api/v1/me/passkeys': {
    who: outcomes([], {
      ...Object.fromEntries(ROLES.map((role) => [role, 'passkey.refused'])),
      anonymous: 'auth.required',
    }),
    ask: () => ({
      path: '/api/v1/me/passkeys',
      body: {
        name: 'Phone',
        made: { credential: 'AAEC', clientDataJSON: 'AAEC', attestationObject: 'AAEC' },
      },
    }),
  },
  'DELETE /api/v1/me/passkeys/:id': {
    who: outcomes([], {
      ...Object.fromEntries(ROLES.map((role) => [role, 'object.missing'])),
      anonymous: 'auth.required',
      delegate: 'ok',
    }),
    ask: async ({ hall, test }) => ({
      path: `/api/v1/me/passkeys/${await new Authenticator(test.app.get(Config).publicUrl).enrol(hall.delegate.client)}`,
    }),
  },
  'POST /api/v1/sign-in/passkey/begin': {
    who: everyone,
    ask: () => ({ path: '/api/v1/sign-in/passkey/begin' }),
  },
  'POST /api/v1/sign-in/passkey': {
    who: outcomes([], Object.fromEntries(ROLES.map((role) => [role, 'passkey.refused']))),
    ask: () => ({
      path: '/api/v1/sign-in/passkey',
      body: {
        answer: { credential: 'AAEC', clientDataJSON: 'AAEC', authenticatorData: 'AAEC', signature: 'AAEC' },
      },
    }),
  },
  'POST /api/v1/sign-in/code': {
    who: everyone,
    ask: (_, role) => ({
      path: '/api/v1/sign-in/code',
      body: { email: `${role}@example.org`, locale: 'fr' },
    }),
  },
  'POST /api/v1/sign-in/code/confirm': {
    who: refusedProof,
    ask: (_, role) => ({
      path: '/api/v1/sign-in/code/confirm',
      body: { email: `${role}@example.net`, code: 'AAAA-AAAA' },
    }),
  },
  'POST /api/v1/sign-in/password': {
    who: refusedProof,
    ask: () => ({
      path: '/api/v1/sign-in/password',
      body: { email: 'x@example.org', password: 'not this one' },
    }),
  },
  'POST /api/v1/sign-in/link': {
    who: outcomes([], Object.fromEntries(ROLES.map((role) => [role, 'sign-in.link-expired']))),
    ask: () => ({ path: '/api/v1/sign-in/link', body: { token: 'a'.repeat(43) } }),
  },
  'POST /api/v1/sign-out': {
    who: everyone,
    ask: async (scene, role) => {
      // Somebody else leaves in their place, so that the table's people stay signed in.
      if (role !== 'anonymous') scene.clients[role] = (await makeAccount(scene.test)).client;
      return { path: '/api/v1/sign-out' };
    },
  },
};
