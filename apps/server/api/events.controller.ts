import { LiveFeed } from '@fuhan/channels';
import type { Actor } from '@fuhan/rules';
import { Controller, type MessageEvent, type OnModuleDestroy, Req, Sse } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { House } from '../house';
import { Me, tokenOf } from './auth';
import { LiveStreams } from './live-streams';

/** What happens, as it happens. Stands before the controllers whose addresses are patterns. */
@Controller('api')
export class EventsController implements OnModuleDestroy {
  private readonly streams: LiveStreams;

  constructor(house: House) {
    this.streams = new LiveStreams(house, new LiveFeed({ databaseUrl: house.settings.DATABASE_URL }));
  }

  @Sse('events')
  events(@Me() actor: Actor, @Req() request: Request): Observable<MessageEvent> {
    return this.streams.open(actor, tokenOf(request) ?? '');
  }

  async onModuleDestroy(): Promise<void> {
    await this.streams.close();
  }
}
