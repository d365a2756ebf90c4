import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { errorCatalogue, FuhanError } from '@fuhan/kernel';
import { log, sqlState, violatedConstraint } from '@fuhan/platform';
import type { Response } from 'express';

/** Errors of express's body parsers carry a type. */
const parserType = (error: unknown): string => String((error as { type?: unknown } | null)?.type ?? '');

function ofParser(error: unknown): FuhanError | null {
  const type = parserType(error);
  // Nest makes an exception of its own of what the parser threw, and keeps the status only.
  const status = error instanceof HttpException ? error.getStatus() : 0;
  if (type === 'entity.too.large' || status === 413)
    return new FuhanError('request.too-large', { limit: '允许的大小' });
  if (/^(entity\.|encoding\.|charset\.|request\.)/.test(type) || error instanceof URIError) {
    return new FuhanError('request.malformed', { detail: '不是有效的 JSON 或编码。' });
  }
  return null;
}

// invalid_text_representation, character_not_in_repertoire, untranslatable_character
const unreadable = new Set(['22P02', '22021', '22P05']);

/** Constraints that stand behind the use cases, as their last line. */
function ofDatabase(error: unknown): FuhanError | null {
  if (violatedConstraint(error) === 'person_duty_exclusive') {
    return new FuhanError('guard.failed', {
      detail: '系统、安全、审计管理员各由专人担任，不能兼任其他职责。',
    });
  }
  const state = sqlState(error) ?? '';
  if (state === '23505') return new FuhanError('request.conflict');
  return unreadable.has(state)
    ? new FuhanError('request.malformed', { detail: '含有不能识别的字符或编号。' })
    : null;
}

/** Any thrown thing as an error of the catalogue; what nobody foresaw gets an incident number and is logged. */
function asFuhanError(error: unknown): FuhanError {
  if (error instanceof FuhanError) return error;
  const known = ofParser(error) ?? ofDatabase(error);
  if (known) return known;
  if (error instanceof HttpException && error.getStatus() < 500) {
    return error.getStatus() === 404
      ? new FuhanError('request.not-found')
      : new FuhanError('request.malformed', { detail: error.message });
  }
  const incident = randomUUID().slice(0, 8);
  log.error(
    `incident ${incident}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return new FuhanError('internal.unexpected', { incident });
}

/** The one place where an error becomes an answer: `application/problem+json` with code and Chinese detail. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.end();
      return;
    }
    const error = asFuhanError(thrown);
    const title = errorCatalogue[error.code].message;
    response
      .status(error.status)
      .setHeader('Content-Type', 'application/problem+json; charset=utf-8')
      .end(
        JSON.stringify({
          type: `urn:fuhan:${error.code}`,
          title,
          status: error.status,
          code: error.code,
          detail: error.message,
          ...error.extra,
        }),
      );
  }
}
