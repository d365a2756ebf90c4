import { addDays } from '@fuhan/kernel';
import type { HouseTime } from './house-time';
import { pause } from './house-time';
import type { People } from './people';
import type { Stage } from './stage';

/** Cases are handed to so many units: each lead and separate unit gets three clocks, each co-handler two. */
const UNITS_A_CASE = 20;
/** Who finishes what they owe; the others let their clocks run out. */
const DILIGENT = 3;

interface OpenOpinion {
  readonly id: string;
  readonly assignment: string;
  readonly unit: string;
  readonly suggestion: string;
}

/** Makes clocks, moves them, completes them, and numbers letters, through the pages' own addresses. */
export class Writer {
  private stopped = false;
  private created = 0;
  private readonly working: Promise<void>[] = [];
  private failed: unknown = null;

  constructor(
    private readonly stage: Stage,
    private readonly people: People,
    private readonly time: HouseTime,
    private readonly cases: number,
  ) {}

  get allCreated(): boolean {
    return this.created >= this.cases;
  }

  start(): void {
    const letters = [...this.stage.drafts];
    this.keepAt(100, async () => void (this.allCreated || (await this.createCase())));
    this.keepAt(1_200, () => this.moveClock());
    this.keepAt(800, () => this.completeOpinion());
    this.keepAt(2_500, async () => this.issue(letters));
  }

  private keepAt(everyMs: number, work: () => Promise<void>): void {
    const loop = async (): Promise<void> => {
      for (; !this.stopped; await pause(everyMs)) await work();
    };
    this.working.push(loop().catch((error: unknown) => void (this.failed ??= error)));
  }

  /** @throws what nobody was ever answered */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.working);
    if (this.failed !== null) throw this.failed;
  }

  private async createCase(): Promise<void> {
    const n = this.created;
    const id = await this.people.press('coordinator', 'proposal.register', '/api/proposals', {
      ...{ kind: 'plenary', number: String(135_000 + n), term: 13, meeting: 5, title: `第${n}件` },
      proposers: [{ kind: 'organisation', name: '民盟中山市委会' }],
      ...{ fullText: '提案全文。', suggestions: [{ title: '尽快推进', body: '' }] },
    });
    const { units } = this.stage;
    const from = (n * 3) % units.length;
    const ids = [...units, ...units].slice(from, from + UNITS_A_CASE).map((unit) => unit.id);
    const coHandlers = ids.slice(1).map((unitId) => ({ unitId, question: '' }));
    const to = n % 2 === 0 ? { separateUnitIds: ids } : { leadUnitId: ids[0], coHandlers };
    const given =
      id &&
      (await this.people.press('coordinator', 'proposal.handOver', `/api/proposals/${id}/hand-over`, to));
    if (!given) throw new Error(`case ${n} was refused`);
    this.created++;
  }

  /** Reads past the program; where PostgreSQL is away there is nothing to do this time. */
  private async find<T>(sql: string, values: readonly unknown[]): Promise<T | undefined> {
    const rows = (await this.stage.app.house.dataSource.query(sql, [...values]).catch(() => [])) as T[];
    return rows[0];
  }

  /** A reply clock is paused for a day, so that its due day and all it was to say move on. */
  private async moveClock(): Promise<void> {
    const today = this.time.today();
    const clock = await this.find<{ id: string }>(
      `SELECT id FROM deadline WHERE state = 'running' AND clock IN ('reply', 'contact') AND pauses = '[]' AND due_on >= $1 AND profile_version = 2
       ORDER BY random() LIMIT 1`,
      [today],
    );
    if (!clock) return;
    const until = addDays(today, 1);
    await this.people.press('coordinator', 'clock.pause', `/api/clocks/${clock.id}/pause`, {
      ...{ category: 'other', reason: '等候材料', from: today, until },
    });
  }

  private async completeOpinion(): Promise<void> {
    const diligent = [...this.stage.offices.keys()].slice(0, DILIGENT);
    const open = await this.find<OpenOpinion>(
      `SELECT o.id, a.id AS assignment, u.code AS unit, s.id AS suggestion
       FROM deadline d JOIN assignment a ON a.id = d.subject_id JOIN opinion o ON o.assignment_id = a.id JOIN unit u ON u.id = a.unit_id
       JOIN suggestion s ON s.proposal_id = a.proposal_id
       WHERE d.clock = 'opinion' AND d.state = 'running' AND u.code = ANY($1) ORDER BY random() LIMIT 1`,
      [diligent],
    );
    if (!open) return;
    const office = this.stage.offices.get(open.unit) ?? '';
    await this.people.press(office, 'assignment.sign', `/api/assignments/${open.assignment}/sign`, {});
    await this.people.press(office, 'opinion.submit', `/api/opinions/${open.id}/submit`, {
      ...{ contactName: '联络员', contactPhone: '0760-12345678' },
      items: [{ suggestionId: open.suggestion, position: 'noted', body: '本单位没有补充意见。' }],
    });
  }

  private async issue(letters: string[]): Promise<void> {
    const draft = letters.pop();
    if (draft === undefined) return;
    const date = this.time.today();
    if ((await this.people.press('clerk', 'draft.issue', `/api/drafts/${draft}/issue`, { date })) === null)
      throw new Error('a signed letter was refused its number');
  }
}
