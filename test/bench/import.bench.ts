import { Client, PASSWORD, saveCast, startTestApp, type TestApp } from '@fuhan/testing';
import { HEADER, line, xlsx } from '../../libs/intake/testing/xlsx';
import { report, timed } from './figures';

const ROWS = 2_000;

interface Batch {
  readonly state: string;
  readonly done: number;
  readonly total: number;
}

const text = (i: number): string =>
  `案件${i}的背景。${'我市有关工作仍需加强统筹，完善配套，形成合力。'.repeat(20)}\n建议：\n1.完善规划。${'逐项推进。'.repeat(20)}\n2.加大投入。${'列入预算。'.repeat(20)}\n3.健全机制。`;
const workbook = (): Uint8Array =>
  xlsx([
    {
      rows: [
        HEADER,
        ...Array.from({ length: ROWS }, (_, i) =>
          line(String(135_001 + i), { 2: `关于第${i}件事的提案`, 8: text(i) }),
        ),
      ],
    },
  ]);

describe('a list of 2,000 proposals', () => {
  let app: TestApp;
  let coordinator: Client;
  beforeAll(async () => {
    app = await startTestApp({
      worker: true,
      at: '2026-03-20T02:00:00Z',
      prepare: (house) => saveCast(house),
    });
    coordinator = await new Client(app.url).signIn('coordinator', PASSWORD);
  });
  afterAll(() => app.close());

  it('should report the time from upload to checked, from confirmation to registered, and how often progress moved', async () => {
    const bytes = Buffer.from(workbook());
    const seen = new Set<string>();
    const settled = async (id: string): Promise<Batch> => {
      for (;;) {
        const { body } = await coordinator.get<Batch>(`/api/imports/${id}`);
        seen.add(`${body.state} ${body.done}`);
        if (!['reading', 'importing'].includes(body.state)) return body;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    let id = '';
    const reading = await timed(async () => {
      const fileId = (await coordinator.upload('清单.xlsx', bytes)).id;
      ({ id } = await coordinator.done('/api/imports', { fileId }));
      expect(await settled(id)).toMatchObject({ state: 'checked', total: ROWS });
    });
    const registering = await timed(async () => {
      await coordinator.done(`/api/imports/${id}/confirm`, { mode: 'all' });
      expect(await settled(id)).toMatchObject({ state: 'imported', done: ROWS });
    });
    const undoing = await timed(() => coordinator.done(`/api/imports/${id}/undo`));
    report(
      `import of ${ROWS} lines (${(bytes.length / 2 ** 20).toFixed(1)} MB), upload to checked`,
      reading / 1000,
      's',
    );
    report(`import of ${ROWS} lines, confirmed to registered`, registering / 1000, 's');
    report(`import of ${ROWS} lines, both`, (reading + registering) / 1000, 's');
    report(`import of ${ROWS} lines, states of progress a page saw`, seen.size, '');
    report(`import of ${ROWS} lines, taken back`, undoing / 1000, 's');
  });
});
