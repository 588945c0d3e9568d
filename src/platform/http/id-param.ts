import { Param, ParseUUIDPipe } from '@nestjs/common';

/** An id in a route's address; anything else is bad input. */
export const Id = (name = 'id'): ParameterDecorator => Param(name, ParseUUIDPipe);
