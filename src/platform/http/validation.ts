import { ValidationPipe } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validate } from 'class-validator';
import { type DomainError, type FieldProblem, KERNEL_ERRORS, refuse } from '../../kernel/errors.js';

const RULES = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: false,
};

/** For HTTP: unknown members are refused, not dropped, so that a misspelt field never goes unnoticed. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({ ...RULES, transform: true, exceptionFactory: invalid });
}

/** For sockets: the same rules on a message's body. Throws `request.invalid` with the fields. */
export async function validated<T extends object>(shape: new () => T, body: unknown): Promise<T> {
  const value = plainToInstance(
    shape,
    typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {},
  );
  const problems = await validate(value, RULES);
  if (problems.length > 0) throw invalid(problems);
  return value;
}

function invalid(problems: ValidationError[]): DomainError {
  return refuse(KERNEL_ERRORS, 'request.invalid', {
    fields: problems.flatMap((problem) => fieldsOf(problem, '')),
  });
}

function fieldsOf(problem: ValidationError, parent: string): FieldProblem[] {
  const field = parent ? `${parent}.${problem.property}` : problem.property;
  const own = Object.keys(problem.constraints ?? {}).map((rule) => ({ field, rule }));
  return [...own, ...(problem.children ?? []).flatMap((child) => fieldsOf(child, field))];
}
