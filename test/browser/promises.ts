import type { Client } from '@fuhan/testing';

interface Promised {
  readonly text: string;
  readonly links: readonly { readonly address: string }[];
}
interface View {
  readonly assignments: readonly { readonly id: string; readonly unitId: string }[];
  readonly commitments: readonly Promised[];
}

/** The answered case has promises: one under way, one kept and answered once more, one that cannot be kept. @returns the path of the proposer's link */
export async function keepPromises(drafter: Client, coordinator: Client, id: string): Promise<string> {
  const view = async (who: Client): Promise<View> => (await who.get<View>(`/api/proposals/${id}`)).body;
  const [own] = (await view(drafter)).assignments;
  const promise = async (text: string, dueOn: string): Promise<string> => {
    const body = { text, dueOn, ownerUnitId: own?.unitId, ownerName: '产业科' };
    return `/api/commitments/${(await drafter.done(`/api/assignments/${own?.id}/add-commitment`, body)).id}`;
  };
  const on = '2026-03-02';
  const underWay = await promise('会同市交通运输局增开两条园区接驳专线，早晚高峰十五分钟一班', '2026-12-31');
  await drafter.done(`${underWay}/report`, { on, text: '首条专线已完成线路踏勘。', percent: 30 });
  const { id: fileId } = await drafter.upload('照片.png', Buffer.from('89504e470d0a1a0a', 'hex'));
  const kept = await promise('在园区公告栏公布接驳时刻表', '2026-06-30');
  await drafter.done(`${kept}/keep`, { on, text: '时刻表已在三个园区公布。', fileId });
  await drafter.done(`${kept}/answer-proposer`, { text: '时刻表已在三个园区公布，并随班次调整更新。' });
  const hopeless = await promise('年内把专线延伸到城际站', '2026-12-20');
  await drafter.done(`${hopeless}/give-up`, { reason: '城际站的公交场站还没有建成，眼下没有地方停靠。' });
  const link = (await view(coordinator)).commitments.flatMap(({ links }) => links)[0];
  return new URL(link?.address ?? '', 'http://localhost').pathname;
}
