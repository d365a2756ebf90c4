import 'reflect-metadata';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readActor, refuseForeignWrites } from './api/auth';
import { AuditController } from './api/audit.controller';
import { CalendarsController } from './api/calendars.controller';
import { CasesController } from './api/cases.controller';
import { CalendarController, ChannelsController } from './api/channels.controller';
import { ChasesController } from './api/chases.controller';
import { ClocksController } from './api/clocks.controller';
import { CommandsController } from './api/commands.controller';
import { DelegationsController } from './api/delegations.controller';
import { ErrorFilter } from './api/error.filter';
import { EventsController } from './api/events.controller';
import { FilesController } from './api/files.controller';
import { HouseController } from './api/house.controller';
import { PoliciesController } from './api/policies.controller';
import { ProfilesController } from './api/profiles.controller';
import { WordingController } from './api/wording.controller';
import { NoticesController } from './api/notices.controller';
import { ImportsController } from './api/imports.controller';
import { CommitmentsController } from './api/commitments.controller';
import { OutsideController } from './api/outside.controller';
import { BOARD_PATH, QueueBoard } from './api/queue-board';
import { ClosingController } from './api/closing.controller';
import { PublicController } from './api/public.controller';
import { PublicPagesController } from './api/public-pages.controller';
import { LetterImportsController } from './api/letter-imports.controller';
import { LedgerController } from './api/ledger.controller';
import { LettersController } from './api/letters.controller';
import { RegistersController } from './api/registers.controller';
import { ReviewController } from './api/review.controller';
import { SearchController } from './api/search.controller';
import { ListFilesController } from './api/list-files.controller';
import { StatisticsController } from './api/statistics.controller';
import { SessionController } from './api/session.controller';
import { SystemController } from './api/system.controller';
import { guardTransport, parseBodies, serveWeb } from './api/web';
import { House } from './house';

@Module({})
class ApiModule {
  static with(house: House): DynamicModule {
    return {
      module: ApiModule,
      providers: [{ provide: House, useValue: house }, QueueBoard],
      // CommandsController stands last: its addresses are patterns.
      controllers: [
        SystemController,
        SessionController,
        EventsController,
        NoticesController,
        AuditController,
        ChannelsController,
        CalendarController,
        FilesController,
        CommitmentsController,
        OutsideController,
        LedgerController,
        CasesController,
        ClocksController,
        ReviewController,
        LettersController,
        RegistersController,
        SearchController,
        ListFilesController,
        StatisticsController,
        ClosingController,
        PublicController,
        PublicPagesController,
        CalendarsController,
        HouseController,
        PoliciesController,
        ProfilesController,
        WordingController,
        ChasesController,
        DelegationsController,
        ImportsController,
        LetterImportsController,
        CommandsController,
      ],
    };
  }
}

/** The HTTP side of a process over an opened house. */
export async function createApi(house: House): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(house), {
    bodyParser: false,
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  guardTransport(app);
  app.use('/api', refuseForeignWrites, readActor(house));
  app.use(BOARD_PATH, app.get(QueueBoard).handle);
  parseBodies(app);
  serveWeb(app);
  app.useGlobalFilters(new ErrorFilter());
  await app.init();
  return app;
}
