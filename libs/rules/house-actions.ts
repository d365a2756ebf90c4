import { delegableDuties, type Duty } from './duties';
import type { Actor } from './snapshot';

export type HouseTarget =
  'unit' | 'person' | 'delegation' | 'webhook' | 'dispatch' | 'import' | 'policy' | 'letterImport';

/** What is done outside of any case: by administrators to units, people, duties, number series, the ways out; by people to their own duties; by the coordinator to lists and policy documents that come in. */
export const houseActions = {
  'unit.create': { label: '添加单位', target: null, duties: ['system_admin'] },
  'unit.rename': { label: '单位更名', target: 'unit', duties: ['system_admin'] },
  'unit.addOffice': { label: '添加科室', target: 'unit', duties: ['system_admin'] },
  'person.create': { label: '添加人员', target: null, duties: ['system_admin'] },
  'person.disable': { label: '停用账号', target: 'person', duties: ['system_admin'] },
  'person.leave': { label: '离岗交接', target: 'person', duties: ['system_admin'] },
  'person.delegate': { label: '委托代办', target: 'person', duties: delegableDuties },
  'delegation.revoke': { label: '结束委托', target: 'delegation', duties: delegableDuties },
  'person.setDuties': { label: '授予职责', target: 'person', duties: ['security_admin'] },
  'unit.setSeriesStart': { label: '设置字号起始号', target: 'unit', duties: ['system_admin'] },
  'calendar.importYear': { label: '导入放假安排', target: null, duties: ['system_admin'] },
  'calendarDay.set': { label: '设置本地放假或上班', target: null, duties: ['system_admin'] },
  'clockRules.apply': { label: '对进行中的时限适用新规定', target: null, duties: ['system_admin'] },
  'profile.publish': { label: '发布地方配置', target: null, duties: ['system_admin'] },
  'wording.publish': { label: '保存信函用语', target: null, duties: ['system_admin'] },
  'unit.addWebhook': { label: '添加群机器人', target: 'unit', duties: ['system_admin'] },
  'webhook.remove': { label: '移除', target: 'webhook', duties: ['system_admin'] },
  'dispatch.redrive': { label: '重新发送', target: 'dispatch', duties: ['system_admin'] },
  'dispatch.markArrived': { label: '确认已送到', target: 'dispatch', duties: ['system_admin'] },
  'import.create': { label: '导入交办清单', target: null, duties: ['coordinator'] },
  'import.change': { label: '重新核对', target: 'import', duties: ['coordinator'] },
  'import.confirm': { label: '确认导入', target: 'import', duties: ['coordinator'] },
  'import.undo': { label: '撤销导入', target: 'import', duties: ['coordinator'] },
  'policy.import': { label: '导入政策文件', target: null, duties: ['coordinator'] },
  'policy.replace': { label: '换成新版', target: 'policy', duties: ['coordinator'] },
  'policy.withdraw': { label: '停用', target: 'policy', duties: ['coordinator'] },
  'letterImport.create': { label: '导入往年答复函', target: null, duties: ['coordinator'] },
  'letterImport.undo': { label: '撤销导入', target: 'letterImport', duties: ['coordinator'] },
} as const satisfies Record<string, { label: string; target: HouseTarget | null; duties: readonly Duty[] }>;

export type HouseActionName = keyof typeof houseActions;
export const houseActionNames = Object.keys(houseActions) as HouseActionName[];

/** Whether the actor may do this to the house. Denies by default. */
export const mayKeepHouse = (actor: Actor, action: HouseActionName): boolean =>
  houseActions[action].duties.some((duty) => actor.duties.includes(duty));
