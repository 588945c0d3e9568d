import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { complete } from './openapi-completion.js';
import { readShapes } from './openapi-shapes.js';

/** The description of the API (OpenAPI 3.1) at `/api/openapi.json`, and pages to read it at `/api/docs`. */
export function describeApi(app: NestFastifyApplication): void {
  const outline = new DocumentBuilder()
    .setTitle('Nidaa')
    .setDescription(
      'From the first contribution to the published appeal. Lists answer pages with a cursor; refusals are ' +
        'problem documents with a stable `code`; writes accept an `Idempotency-Key`.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .setLicense('AGPL-3.0-or-later', 'https://www.gnu.org/licenses/agpl-3.0.html')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API token: `nidaa_…`.' })
    .addCookieAuth('nidaa')
    .build();
  const document = () => complete(SwaggerModule.createDocument(app, outline), readShapes());
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/openapi.json' });
}
