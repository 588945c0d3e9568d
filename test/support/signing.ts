import type {
  PreparedSignature,
  PrepareSignature,
  SignaturesView,
} from '../../src/appeal/signatures/signatures.contract.js';
import { Config } from '../../src/platform/config/config.js';
import { Mail } from '../../src/platform/mail/mail.entity.js';
import type { TestApp } from './app.js';
import { Authenticator } from './authenticator.js';
import { makeDelegation, makePerson, type Person } from './people.js';

type Wanted = Omit<PrepareSignature, 'by'>;
type Refusable<T> = T & { readonly code?: string };

export const SIGNED: Wanted = { act: 'signed', reservations: [] };
export const ABSTAINED: Wanted = { act: 'abstained', reservations: [] };

/** Heads of delegation at work on one appeal: each step by itself, and all of them in one. */
export class Signing {
  readonly path: string;

  constructor(
    private readonly test: TestApp,
    appealId: string,
  ) {
    this.path = `/api/v1/appeals/${appealId}/signatures`;
  }

  async show({ client }: Pick<Person, 'client'>): Promise<SignaturesView> {
    return (await client.get<SignaturesView>(this.path)).body;
  }

  prepare({ client }: Person, wanted: Wanted, by: PrepareSignature['by']) {
    return client.post<Refusable<PreparedSignature>>(`${this.path}/prepare`, { ...wanted, by });
  }

  confirm({ client }: Person, { at }: Pick<PreparedSignature, 'at'>, wanted: Wanted, more: object) {
    const body = { ...wanted, at, named: false, ...more };
    return client.post<Refusable<SignaturesView>>(this.path, body);
  }

  async byCode(person: Person, wanted: Wanted, more: object = {}) {
    const { body } = await this.prepare(person, wanted, 'code');
    return this.confirm(person, body, wanted, { code: await this.codeOf(person), ...more });
  }

  /** With a device of the person's own, enrolled for it unless one is given. */
  async byPasskey(person: Person, wanted: Wanted, more: object = {}, known?: Authenticator) {
    const phone = known ?? (await this.phoneOf(person));
    const { body } = await this.prepare(person, wanted, 'passkey');
    if (!body.request) throw new Error(`no request: ${JSON.stringify(body)}`);
    return this.confirm(person, body, wanted, { answer: phone.answer(body.request), ...more });
  }

  async phoneOf({ client }: Person): Promise<Authenticator> {
    const phone = new Authenticator(this.test.app.get(Config).publicUrl);
    await phone.enrol(client);
    return phone;
  }

  /** The latest letter to a person's own address. */
  async letterTo({ accountId }: Pick<Person, 'accountId'>): Promise<Mail> {
    const [{ email }] = await this.test.db.query('SELECT email FROM account WHERE id = $1', [accountId]);
    return this.test.db.manager.findOneOrFail(Mail, {
      where: { recipient: email },
      order: { createdAt: 'DESC' },
    });
  }

  async codeOf(person: Pick<Person, 'accountId'>): Promise<string> {
    return /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await this.letterTo(person)).body)?.[0] as string;
  }
}

/** The head of another city's delegation. */
export async function makeHead(test: TestApp, forumId: string, name?: string): Promise<Person> {
  const { id: delegationId } = await makeDelegation(test, forumId);
  return makePerson(test, forumId, 'delegate', { delegationId, head: true, ...(name && { name }) });
}
