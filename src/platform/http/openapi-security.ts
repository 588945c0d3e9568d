import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiSecurity } from '@nestjs/swagger';

/** For the description: reads are for everyone and writes for accounts, but where one of these says otherwise. */
export const ForAccounts = (): MethodDecorator & ClassDecorator =>
  applyDecorators(ApiBearerAuth(), ApiCookieAuth());

/** A write that needs no account, such as signing in. */
export const ForEveryone = (): MethodDecorator & ClassDecorator => ApiSecurity({});
