import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NOBODY } from '../platform/http/reader.js';
import { RealtimeGateway } from '../platform/realtime/realtime.gateway.js';
import { Account } from './account.entity.js';
import { Accounts } from './accounts.service.js';
import { ApiToken } from './api-token.entity.js';
import { ApiTokens } from './api-tokens.service.js';
import { EmailCode } from './email-code.entity.js';
import { EmailCodes } from './email-codes.service.js';
import { MeController } from './me.controller.js';
import { MyAccount } from './my-account.js';
import { Challenges } from './passkeys/challenges.service.js';
import { Passkey } from './passkeys/passkey.entity.js';
import { PasskeyChallenge } from './passkeys/passkey-challenge.entity.js';
import { PasskeysController } from './passkeys/passkeys.controller.js';
import { Passkeys } from './passkeys/passkeys.service.js';
import { Seats } from './seats.js';
import { SignInController } from './sign-in.controller.js';
import { SignIn } from './sign-in.entity.js';
import { COOKIE, SignInGuard } from './sign-in.guard.js';
import { SignInLink } from './sign-in-link.entity.js';
import { SignInLinks } from './sign-in-links.service.js';
import { SignIns } from './sign-ins.service.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([Account, SignIn, EmailCode, SignInLink, ApiToken, Passkey, PasskeyChallenge]),
  ],
  controllers: [MeController, PasskeysController, SignInController],
  providers: [
    Accounts,
    SignIns,
    EmailCodes,
    ApiTokens,
    SignInLinks,
    Challenges,
    Passkeys,
    Seats,
    MyAccount,
    { provide: APP_GUARD, useClass: SignInGuard },
  ],
  exports: [Accounts, EmailCodes, SignIns, ApiTokens, SignInLinks, Passkeys, Seats, MyAccount],
})
export class IdentityModule {
  constructor(realtime: RealtimeGateway, signIns: SignIns) {
    realtime.identifyBy(async ({ cookie }) => {
      const token = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(cookie ?? '')?.[1];
      return token ? signIns.find(token) : NOBODY;
    });
  }
}
