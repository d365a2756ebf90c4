/** What a column of a list may tell, with the words that head it; longer words first win. */
export const intakeFields = {
  number: {
    label: '提案号',
    words: ['提案号', '提案编号', '建议号', '建议编号', '议案号', '案号', '编号', '件号'],
  },
  session: { label: '届次', words: ['届次', '会议届次', '届别'] },
  kind: {
    label: '类型',
    words: ['提案类型', '提案性质', '提案类别', '建议类型', '件的类型', '类型', '类别', '性质'],
  },
  title: {
    label: '案由',
    words: [
      '案由',
      '提案标题',
      '提案名称',
      '提案题目',
      '建议标题',
      '建议名称',
      '标题',
      '题目',
      '名称',
      '案名',
    ],
  },
  proposers: {
    label: '提案者',
    words: [
      '提案者',
      '提案人',
      '第一提案人',
      '第一提案者',
      '提案委员',
      '领衔代表',
      '领衔人',
      '代表姓名',
      '建议人',
      '提出人',
      '提出者',
      '委员姓名',
      '姓名',
    ],
  },
  joint: {
    label: '附议人',
    words: [
      '附议人',
      '附议者',
      '附议代表',
      '附议',
      '联名人',
      '联名委员',
      '联名代表',
      '联名',
      '共同提案人',
      '其他提案人',
    ],
  },
  contact: { label: '联系电话', words: ['联系电话', '联系方式', '手机号码', '手机号', '手机', '电话'] },
  leadUnit: {
    label: '主办单位',
    words: [
      '主办单位',
      '主办部门',
      '单办单位',
      '承办单位',
      '承办部门',
      '牵头单位',
      '牵头部门',
      '交办单位',
      '主办',
      '承办',
      '单办',
      '牵头',
    ],
  },
  coUnits: {
    label: '会办单位',
    words: ['会办单位', '会办部门', '协办单位', '协办部门', '配合单位', '配合部门', '会办', '协办', '配合'],
  },
  referenceUnits: { label: '参阅单位', words: ['参阅单位', '抄送单位', '参阅'] },
  handedOverOn: { label: '交办日期', words: ['交办日期', '交办时间', '转办日期'] },
  registeredOn: {
    label: '登记日期',
    words: ['登记日期', '立案日期', '立案时间', '收到日期', '收文日期', '提交日期', '提出日期'],
  },
  keyProposal: { label: '是否重点', words: ['是否重点提案', '是否重点', '重点提案', '重点督办', '重点'] },
  consent: { label: '是否同意公开', words: ['是否同意公开', '是否公开', '可否公开', '同意公开'] },
  fullText: {
    label: '内容',
    words: ['提案内容', '提案正文', '建议内容', '具体内容', '内容及建议', '提案全文', '正文', '全文', '内容'],
  },
  suggestions: {
    label: '建议',
    words: ['意见建议', '意见和建议', '具体建议', '对策建议', '办理建议', '建议'],
  },
} as const;

export type IntakeField = keyof typeof intakeFields;
export const intakeFieldNames = Object.keys(intakeFields) as IntakeField[];
/** Where each field stands: the index of its column. */
export type Columns = Readonly<Partial<Record<IntakeField, number>>>;
