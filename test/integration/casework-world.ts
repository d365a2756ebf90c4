import { type Client, startTestApp, type TestApp, type TestAppOptions } from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import { assemble, type Cast, caseOf, type CaseView, handOver, register } from '../e2e/walk';

export interface Refusal {
  code: string;
  detail: string;
}

/** A house with its people, and cases brought to where a test begins. */
export interface World {
  readonly app: TestApp;
  readonly cast: Cast;
  unit(name: string): Promise<string>;
  /** The one person of a co-handling unit. */
  co(unit: string): Promise<Client>;
  seen(account: string, id: string): Promise<CaseView>;
  /** A case that is registered and no more. */
  registered(number: string): Promise<string>;
  /** A case that is handed over, signed for by all, its draft open. */
  opened(number: string): Promise<{ id: string; draftId: string; view: CaseView }>;
}

export const CO = ['市住房城乡建设局', '市商务局'] as const;
export const HANDED_OVER_AT = '2026-03-09T02:00:00Z';

export async function startWorld(options: Pick<TestAppOptions, 'worker' | 'settings'> = {}): Promise<World> {
  const app = await startTestApp({ ...options, at: HANDED_OVER_AT });
  const cast = await assemble(app, shortPlan());
  const seen: World['seen'] = async (account, id) => caseOf(await cast.as(account), id);
  const registered = (number: string): Promise<string> => register(cast, shortPlan(number));
  return {
    app,
    cast,
    unit: async (name) => {
      const { body } = await (
        await cast.as('coordinator')
      ).get<{ id: string; code: string; shortName: string }[]>('/api/units');
      return body.find(({ code, shortName }) => code === name || shortName === name)?.id ?? '';
    },
    co: (unit) => cast.as(cast.coAccounts.get(unit) ?? ''),
    seen,
    registered,
    opened: async (number) => {
      const id = await registered(number);
      await handOver(app, cast, id, shortPlan(number));
      const view = await seen('drafter', id);
      return { id, draftId: view.drafts[0]?.id ?? '', view };
    },
  };
}

/** What a refused command answers: status, code, and the sentence. */
export async function refusal(
  client: Client,
  path: string,
  body: unknown = {},
): Promise<[number, string, string]> {
  const answer = await client.post<Refusal>(path, body);
  return [answer.status, answer.body.code, answer.body.detail];
}
