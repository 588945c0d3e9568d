import { registerDecorator } from 'class-validator';

/** At least one language has a text that is more than white space. */
export function HasText(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'hasText',
      target: target.constructor,
      propertyName: property as string,
      validator: {
        validate: (value: unknown) =>
          typeof value === 'object' &&
          value !== null &&
          Object.values(value).some((text) => typeof text === 'string' && text.trim() !== ''),
      },
    });
}
