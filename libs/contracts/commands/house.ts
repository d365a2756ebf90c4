import {
  delegableDuties,
  duties,
  dutyNames,
  type HouseActionName,
  noticeKindNames,
  noticeKinds,
} from '@fuhan/rules';
import { z } from 'zod';
import { chosen, date, flag, id, line, oneOf, phone } from '../fields';
import { delegationReasons } from '../words';
import { calendarInputs } from './calendar';
import { nothing } from './common';
import { importInputs } from './imports';
import { letterImportInputs } from './letter-imports';
import { policyInputs } from './policies';
import { profileInputs } from './profile';

const dutyLabels = Object.fromEntries(dutyNames.map((name) => [name, duties[name].label]));
const delegableLabels = Object.fromEntries(delegableDuties.map((name) => [name, duties[name].label]));
const kindLabels = Object.fromEntries(noticeKindNames.map((name) => [name, noticeKinds[name].label]));
export const webhookFormatLabels = {
  wecom: '企业微信机器人',
  dingtalk: '钉钉机器人',
  generic: '自有系统（JSON，带签名）',
} as const;

/** An address that can be called: no name and word in it, since it is shown to others. */
const callable = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
};
const password = () => line(64, '初始密码', { widget: 'password' }).min(10, '密码至少 10 位');

/** What is done to the house itself. */
export const houseInputs = {
  'unit.create': z.strictObject({
    code: line(40, '编码').regex(/^[a-z][a-z0-9_]*$/, '编码只能用小写字母、数字和下划线，以字母开头'),
    name: line(80, '全称'),
    shortName: line(40, '函中简称'),
    aliases: z.array(line(80, '别名')).max(50).default([]).meta({ title: '别名' }),
  }),
  'unit.rename': z.strictObject({ name: line(80, '新全称'), shortName: line(40, '新简称') }),
  'unit.addOffice': z.strictObject({ name: line(60, '科室名称') }),
  'person.create': z.strictObject({
    unitId: chosen('单位', 'units'),
    officeId: chosen('科室', 'offices').nullable().default(null),
    name: line(40, '姓名'),
    account: line(40, '账号').regex(/^[a-z0-9._-]+$/, '账号只能用小写字母、数字、点和短横'),
    phone: phone().nullable().default(null),
    password: password(),
  }),
  'person.disable': nothing,
  'person.leave': z.strictObject({
    successorId: id('接手人', {
      choices: 'successors',
      description: '接着承办未办结提案的同事；不选就退回提案办重新分办',
    })
      .nullable()
      .default(null),
    disable: flag('同时停用账号').default(true),
  }),
  'person.delegate': z.strictObject({
    toPersonId: chosen('委托给', 'colleagues'),
    duties: z
      .array(oneOf(delegableLabels, '职责'))
      .min(1, '请至少选一项职责')
      .max(delegableDuties.length)
      .meta({ title: '委托的职责' }),
    fromOn: date('从哪天起'),
    untilOn: date('到哪天止'),
    reason: oneOf(delegationReasons, '原因'),
  }),
  'delegation.revoke': nothing,
  'person.setDuties': z.strictObject({
    duties: z.array(oneOf(dutyLabels, '职责')).max(11).meta({ title: '职责' }),
  }),
  'unit.setSeriesStart': z.strictObject({
    agencyCode: line(20, '机关代字').regex(/^\p{Script=Han}+$/u, '机关代字只能是汉字'),
    year: z.number().int().min(2000).max(2100).meta({ title: '年份' }),
    start: z.number().int().min(1).max(99_999).meta({ title: '起始号' }),
  }),
  ...calendarInputs,
  ...profileInputs,
  'unit.addWebhook': z.strictObject({
    name: line(40, '名称'),
    format: oneOf(webhookFormatLabels, '类型'),
    url: line(500, '地址').refine(callable, '地址要以 https:// 或 http:// 开头，里面不能写用户名和口令'),
    secret: line(200, '密钥', {
      description: '钉钉“加签”的密钥；自有系统必填，至少 16 位',
      widget: 'password',
    })
      .nullable()
      .default(null),
    kinds: z
      .array(oneOf(kindLabels, '通知'))
      .min(1, '请至少选一种通知')
      .max(noticeKindNames.length)
      .default(['handed_over', 'chase', 'chase_escalated'])
      .meta({ title: '发哪些通知' }),
  }),
  ...importInputs,
  ...policyInputs,
  ...letterImportInputs,
  'webhook.remove': nothing,
  'dispatch.redrive': nothing,
  'dispatch.markArrived': nothing,
} as const satisfies Record<HouseActionName, z.ZodType>;
