import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { FuhanError } from '@fuhan/kernel';
import type { Actor } from '@fuhan/rules';
import type { NextFunction, Request, Response } from 'express';
import type { House } from '../house';

export const COOKIE = 'fuhan_session';

interface Signed extends Request {
  actor?: Actor | null;
}

/** The session token of a request's cookie. */
export function tokenOf(request: Request): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1] ?? null;
}

/** A page of another site cannot send this header without our consent, which nobody gets. */
export function refuseForeignWrites(request: Request, _response: Response, next: NextFunction): void {
  const reads = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS';
  if (!reads && !request.headers['x-requested-with']) next(new FuhanError('request.foreign-origin'));
  else next();
}

/** Puts the person behind the cookie on the request; deciding what they may do is the rules' business. */
export const readActor =
  (house: House) =>
  (request: Signed, _response: Response, next: NextFunction): void => {
    const token = tokenOf(request);
    if (token === null) {
      next();
      return;
    }
    house.sessions.actor(token, house.clock.now()).then((actor) => {
      request.actor = actor;
      next();
    }, next);
  };

/** For what costs much before it is looked at: who has not signed in gets no further. */
export function refuseStrangers(request: Signed, _response: Response, next: NextFunction): void {
  next(request.actor ? undefined : new FuhanError('session.missing'));
}

/** The signed-in person. @throws FuhanError `session.missing` */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<Signed>();
  if (!actor) throw new FuhanError('session.missing');
  return actor;
});
