import { Client, PASSWORD, saveCast, saveCoHandler, startTestApp, type TestApp } from '@fuhan/testing';
import { HEADER, type Written, xlsx } from '../../libs/intake/testing/xlsx';

export interface Batch {
  id: string;
  state: string;
  done: number;
  total: number;
  good: number;
  bad: number;
  warned: number;
  refusal: string | null;
  header: string[];
  columns: { field: string; column: number }[];
  term: number | null;
}
export interface Rows {
  total: number;
  rows: {
    line: number;
    good: boolean;
    proposalId: string | null;
    problems: { words: string; column: string }[];
  }[];
}
export interface Case {
  proposal: { registeredAt: string };
  clocks: { clock: string; dueOn: string; startedOn?: string }[];
  nextActions: { command: string; href: string; defaults: Record<string, unknown> }[];
  suggestions: { title: string }[];
  assignments: { id: string; role: string }[];
}

/** A house with a coordinator who hands lists in. */
export class ImportWorld {
  private constructor(
    readonly app: TestApp,
    readonly coordinator: Client,
  ) {}

  static async open(): Promise<ImportWorld> {
    const app = await startTestApp({
      worker: true,
      at: '2026-03-20T02:00:00Z',
      prepare: (house) => saveCast(house),
    });
    await saveCoHandler(app.house, 'caizheng');
    return new ImportWorld(app, await new Client(app.url).signIn('coordinator', PASSWORD));
  }

  async upload(bytes: Uint8Array, name = '交办清单.xlsx', client = this.coordinator): Promise<string> {
    return (await client.upload(name, Buffer.from(bytes))).id;
  }

  /** The list once no job works on it. */
  async settled(id: string): Promise<Batch> {
    for (let tries = 0; tries < 400; tries++) {
      const { body } = await this.coordinator.get<Batch>(`/api/imports/${id}`);
      if (!['reading', 'importing'].includes(body.state)) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the list is not settled after 20 s');
  }

  async rowsOf(id: string, only = 'all'): Promise<Rows> {
    return (await this.coordinator.get<Rows>(`/api/imports/${id}/rows?only=${only}&limit=200`)).body;
  }

  /** Hands in a list of these lines and waits until it is checked. */
  async begin(rows: readonly (readonly Written[])[], more: object = {}): Promise<Batch> {
    const fileId = await this.upload(xlsx([{ rows: [HEADER, ...rows] }]));
    const { id } = await this.coordinator.done('/api/imports', { fileId, ...more });
    return this.settled(id);
  }

  async confirm(id: string, mode = 'all'): Promise<Batch> {
    await this.coordinator.done(`/api/imports/${id}/confirm`, { mode });
    return this.settled(id);
  }

  /** How many proposals the ledger has. */
  async count(): Promise<number> {
    return (await this.coordinator.get<{ total: number }>('/api/proposals')).body.total;
  }

  async caseOf(id: string): Promise<Case> {
    return (await this.coordinator.get<Case>(`/api/proposals/${id}`)).body;
  }
}
