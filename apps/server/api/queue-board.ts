import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { FuhanError } from '@fuhan/kernel';
import { openQueues } from '@fuhan/platform';
import type { Actor } from '@fuhan/rules';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { House } from '../house';

/** Where the board stands. */
export const BOARD_PATH = '/api/queues';

/** The package's page names a font on another host; ours names nothing outside the house. */
export const withoutOutside = (html: string): string =>
  html.replace(/<link[^>]+href="(?:https?:)?\/\/[^"]*"[^>]*>/g, '');

/** The package's own server, its page cleaned. */
class LocalBoard extends ExpressAdapter {
  override setEntryRoute(entry: Parameters<ExpressAdapter['setEntryRoute']>[0]): this {
    const draw = (_request: Request, response: Response, next: NextFunction): void => {
      const { name, params } = entry.handler({ basePath: this.basePath, uiConfig: this.uiConfig });
      response.render(name, params, (error: Error | null, html: string) => {
        if (error) next(error);
        else response.setHeader('Cache-Control', 'no-store').type('html').send(withoutOutside(html));
      });
    };
    for (const route of [entry.route].flat()) this.app.get(route, draw);
    return this;
  }
}

type Queues = ReturnType<typeof openQueues>;

/**
 * Bull Board for the system administrator: looks, changes nothing. Job data are ids. Its connections to the queue are made at the first
 * look and belong to it alone: the rest of the API never talks to the queue.
 */
@Injectable()
export class QueueBoard implements OnModuleDestroy {
  private queues: Queues | undefined;
  private board: RequestHandler | undefined;

  constructor(private readonly house: House) {}

  private open(): RequestHandler {
    if (this.board) return this.board;
    this.queues = openQueues(this.house.queueBackend);
    const serverAdapter = new LocalBoard();
    serverAdapter.setBasePath(BOARD_PATH);
    createBullBoard({
      queues: this.queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
      serverAdapter,
      options: { uiConfig: { boardTitle: '复函 · 任务队列', locale: { lng: 'zh-CN' } } },
    });
    this.board = serverAdapter.getRouter() as RequestHandler;
    return this.board;
  }

  /** Only the system administrator, and only to look. */
  readonly handle = (
    request: Request & { actor?: Actor | null },
    response: Response,
    next: NextFunction,
  ): void => {
    if (!request.actor) return next(new FuhanError('session.missing'));
    if (!request.actor.duties.includes('system_admin'))
      return next(new FuhanError('permission.denied', { action: '查看任务队列', who: '系统管理员' }));
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return next(new FuhanError('request.not-found'));
    void this.open()(request, response, next);
  };

  async onModuleDestroy(): Promise<void> {
    await Promise.all((this.queues ?? []).map((queue) => queue.close()));
  }
}
