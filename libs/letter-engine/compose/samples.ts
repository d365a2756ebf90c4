import type { LetterKind } from '../model/model';
import type { FieldsOf } from './fields';

/** The kinds of proposals the samples speak of: 政协提案, 人大代表建议. */
export const sampleKinds = ['plenary', 'npc_suggestion'] as const;
export type SampleKind = (typeof sampleKinds)[number];

const people = {
  plenary: [
    { name: '闻人清和', kind: 'member' },
    { name: '乔未名', kind: 'member' },
  ],
  npc_suggestion: [{ name: '闻人清和', kind: 'member' }],
} as const;

const offices = {
  plenary: { name: '云陵市政协提案委员会', shortName: '市政协提案委' },
  npc_suggestion: { name: '云陵市人大常委会选举联络人事任免工作委员会', shortName: '市人大常委会选联工委' },
} as const;

const contacts = [{ name: '程小满', phone: '0899-6123456' }];
const text = (words: string) => ({ type: 'paragraph' as const, text: words });

/** What the letters of one case have in common. */
function sampleCase(proposalKind: SampleKind) {
  const npc = proposalKind === 'npc_suggestion';
  const office = offices[proposalKind];
  const common = {
    issuer: { name: '云陵市交通运输局', shortName: '市交通运输局' },
    documentNumber: '云交函〔2026〕19号',
    proposal: {
      number: npc ? '057' : '085031',
      title: '关于改善老城区公交接驳条件的建议',
      kind: proposalKind,
    },
    session: { term: 8, meeting: 5, text: '八届五次会议', committee: '市政协' },
    proposers: people[proposalKind],
    contacts,
    date: '2026-06-03',
  };
  const copies = [
    { name: npc ? '市人大常委会选联工委' : '市政协提案委', copies: 1 },
    { name: '市政府办公室', copies: 2 },
  ];
  const coordinator = { name: office.name, shortName: office.shortName };
  const fromOffice = {
    ...common,
    issuer: coordinator,
    documentNumber: npc ? '云人选联〔2026〕6号' : '云协提〔2026〕6号',
    contacts: [{ name: '陆知远', phone: '0899-6000123' }],
  };
  const section = {
    suggestion: { title: '加密老城区公交班次' },
    heading: null,
    verdict: 'adopted' as const,
    blocks: [text('高峰时段发车间隔已由12分钟压缩到8分钟，日均多运送乘客约1.2万人次，同比增长15.6%。')],
  };
  const second = {
    suggestion: { title: '新建三处接驳换乘点' },
    heading: null,
    verdict: 'partly' as const,
    blocks: [text('其中两处已完成选址，估算投资386.5万元；第三处受用地限制，暂不具备条件。')],
  };
  return { npc, common, copies, coordinator, fromOffice, section, second };
}
type Case = ReturnType<typeof sampleCase>;

const reply = ({ common, copies, section, second }: Case): FieldsOf<'reply'> => ({
  ...common,
  outcomeClass: 'A',
  printClass: true,
  coHandlers: [{ name: '市财政局' }, { name: '市自然资源局' }],
  fixedRecipients: copies,
  sections: [section, second],
  publication: 'active',
});

const opinion = ({ common, copies, section, second }: Case): FieldsOf<'opinion'> => ({
  ...common,
  kind: 'opinion',
  issuer: { name: '云陵市财政局', shortName: '市财政局' },
  documentNumber: '云财函〔2026〕44号',
  lead: { name: '市交通运输局' },
  sections: [
    { ...second, commitments: [{ text: '落实首批换乘点建设资金200万元', due: '2026-12-31' }] },
    { ...section, verdict: 'noted', commitments: [{ text: '会同有关单位测算补贴标准。' }] },
  ],
  fixedRecipients: copies,
  date: '2026-04-15',
});

const handOver = ({ npc, fromOffice }: Case): FieldsOf<'handOver'> => ({
  ...fromOffice,
  kind: 'handOver',
  handlers: [
    { name: '市交通运输局', role: 'lead' },
    { name: '市财政局', role: 'co', part: '换乘点建设资金的来源' },
    { name: '市自然资源局', role: 'co' },
    { name: '市住房和城乡建设局', role: 'reference' },
  ],
  limits: { return: '2026-03-13', contact: '2026-03-27', opinion: '2026-04-07', reply: '2026-06-08' },
  requirements: ['请主办单位邀请提出人参加一次实地调研。'],
  attachments: [{ title: `${npc ? '建议' : '提案'}原文` }],
  date: '2026-03-06',
});

const opinionRequest = ({ common }: Case): FieldsOf<'opinionRequest'> => ({
  ...common,
  kind: 'opinionRequest',
  audience: 'units',
  units: [{ name: '市财政局' }, { name: '市自然资源局' }],
  questions: ['换乘点建设资金能否列入今年预算？', '三处选址是否符合国土空间规划？'],
  until: '2026-04-20',
  date: '2026-03-18',
});

const returnRequest = ({ common, coordinator }: Case): FieldsOf<'returnRequest'> => ({
  ...common,
  kind: 'returnRequest',
  coordinator,
  handedOver: '2026-03-06',
  scope: 'all',
  reasons: ['按照机构职能规定，公交专用站场的规划和建设不由我局负责。', '我局也没有相应的执法权限。'],
  suggested: [
    { name: '市住房和城乡建设局', role: 'lead' },
    { name: '市自然资源局', role: 'co' },
    { name: '市公安局', role: 'co' },
  ],
  date: '2026-03-11',
});

const extension = ({ common, coordinator }: Case): FieldsOf<'extension'> => ({
  ...common,
  kind: 'extension',
  coordinator,
  due: '2026-06-08',
  until: '2026-08-31',
  progress: ['已完成现场踏勘，并于5月12日听取了提出人的意见。'],
  reasons: ['换乘点选址方案须经国土空间规划调整，预计7月底完成。'],
  proposerTold: '2026-05-20',
  date: '2026-05-22',
});

const chase = ({ fromOffice }: Case): FieldsOf<'chase'> => ({
  ...fromOffice,
  kind: 'chase',
  handler: { name: '市交通运输局', role: 'lead' },
  task: 'reply',
  due: '2026-06-08',
  asOf: '2026-06-12',
  overdueDays: 4,
  times: 2,
  until: '2026-06-18',
  date: '2026-06-12',
});

const correction = ({ npc, common, copies }: Case): FieldsOf<'correction'> => ({
  ...common,
  kind: 'correction',
  documentNumber: '云交函〔2026〕23号',
  original: {
    title: `云陵市交通运输局关于${npc ? '市八届人大五次会议第057号建议' : '市政协八届五次会议第085031号提案'}答复的函`,
    number: '云交函〔2026〕19号',
    date: '2026-06-03',
  },
  corrections: [
    { place: '第一部分第一段', wrong: '12分钟', right: '15分钟' },
    { place: '第二部分第一段', wrong: '', right: '（含电子站牌）' },
    { place: '抄送', wrong: '市水务局', right: '' },
  ],
  coHandlers: [{ name: '市财政局' }, { name: '市自然资源局' }],
  fixedRecipients: copies,
  date: '2026-06-09',
});

const commentRequest = ({ npc, common }: Case): FieldsOf<'commentRequest'> => ({
  ...common,
  kind: 'commentRequest',
  documentNumber: '云交函〔2026〕20号',
  reply: { number: '云交函〔2026〕19号', date: '2026-06-03' },
  until: '2026-06-25',
  returnTo: { name: npc ? '市人大常委会选联工委' : '市政协提案委' },
  coHandlers: [{ name: '市财政局' }],
});

/** One letter of every kind about one invented case of 云陵市: all required fields and most of the others. */
export function letterSamples(proposalKind: SampleKind): { readonly [K in LetterKind]: FieldsOf<K> } {
  const facts = sampleCase(proposalKind);
  return {
    reply: reply(facts),
    opinion: opinion(facts),
    handOver: handOver(facts),
    opinionRequest: opinionRequest(facts),
    returnRequest: returnRequest(facts),
    extension: extension(facts),
    chase: chase(facts),
    correction: correction(facts),
    commentRequest: commentRequest(facts),
  };
}
