import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { FuhanError } from '@fuhan/kernel';
import { findProjectRoot } from '@fuhan/platform';
import { json, type NextFunction, raw, type Request, type Response, static as serveStatic } from 'express';
import packedStatic from 'express-static-gzip';
import helmet from 'helmet';
import { refuseStrangers } from './auth';

const UPLOAD_LIMIT = '30mb';
/** Whoever has a link has no account: as much as a form may bring. */
const LINK_UPLOAD_LIMIT = '5mb';

/** Scripts only with this response's nonce, nothing from anywhere else, no framing by others. */
const policyOf = (nonce: string | null): string =>
  [
    `default-src 'self'`,
    nonce === null ? `script-src 'self'` : `script-src 'self' 'nonce-${nonce}'`,
    // The letter's own sheet is shown inside the page; styles cannot run.
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'self'`,
  ].join('; ');

/** Security headers for every answer. */
export function guardTransport(app: NestExpressApplication): void {
  app.use(
    helmet({
      contentSecurityPolicy: false,
      strictTransportSecurity: false,
      crossOriginEmbedderPolicy: false,
    }),
  );
  app.use((_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Content-Security-Policy', policyOf(null));
    response.setHeader('Referrer-Policy', 'no-referrer');
    next();
  });
  app.disable('x-powered-by');
}

/** Body parsers with their limits. They stand after the sign-in: a stranger's upload is refused before it is read. */
export function parseBodies(app: NestExpressApplication): void {
  app.use('/api/files', refuseStrangers, raw({ type: () => true, limit: UPLOAD_LIMIT }));
  app.use('/api/o', raw({ type: 'application/octet-stream', limit: LINK_UPLOAD_LIMIT }));
  app.use(json({ limit: '5mb' }));
}

const docsPage = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>复函 API</title>
<link rel="stylesheet" href="./swagger-ui.css"></head><body><div id="swagger-ui"></div>
<script src="./swagger-ui-bundle.js"></script><script src="./start.js"></script></body></html>`;
const docsStart = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', validatorUrl: null,
  requestInterceptor: (request) => { request.headers['X-Requested-With'] = 'docs'; return request; } });`;

/** Swagger UI from the installed package: nothing is fetched from elsewhere. */
function serveDocs(app: NestExpressApplication): void {
  const directory = path.dirname(createRequire(__filename).resolve('swagger-ui-dist/package.json'));
  app.use('/api/docs/start.js', (_: Request, response: Response) => response.type('js').send(docsStart));
  app.use('/api/docs', (request: Request, response: Response, next: NextFunction) => {
    if (request.path !== '/' && request.path !== '') next();
    else if (!request.originalUrl.endsWith('/')) response.redirect('/api/docs/');
    else response.type('html').send(docsPage);
  });
  app.use('/api/docs', serveStatic(directory, { index: false }));
}

/** Whether an address means the built index.html itself, however it is written: as a file it would lack its nonce. */
function meansIndex(address: string): boolean {
  try {
    return path.posix.normalize(decodeURIComponent(address)).toLowerCase() === '/index.html';
  } catch {
    return false;
  }
}

/** Answered by controllers; everything else that is read is the page. */
const ownAddresses = /^\/(api|ical)\/|^\/public(\/|$)/;

/** The built page: hashed assets for good, index.html with a fresh nonce for every address that is no file. */
export function serveWeb(app: NestExpressApplication): void {
  serveDocs(app);
  const web = path.join(findProjectRoot(), 'dist', 'web');
  const indexFile = path.join(web, 'index.html');
  const page = existsSync(indexFile) ? readFileSync(indexFile, 'utf8') : null;
  app.use(
    '/assets',
    packedStatic(path.join(web, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br', 'gz'],
      index: false,
      serveStatic: { immutable: true, maxAge: '365d' },
    }),
  );
  app.use('/assets', (_: Request, response: Response) =>
    response.status(404).type('text').send('没有这个文件。'),
  );
  const files = serveStatic(web, { index: false });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (meansIndex(request.path)) next();
    else files(request, response, next);
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads || request.path === '/api' || ownAddresses.test(request.path)) {
      next();
      return;
    }
    if (page === null) throw new FuhanError('web.not-built');
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('Content-Security-Policy', policyOf(nonce));
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(page.replaceAll('__NONCE__', nonce));
  });
}
