/** Words that name what follows their colon ("联系人：", "类 别:"), as letters of many places print them. */

const WORDS = {
  class: [
    '办理结果类别',
    '办理结果类型',
    '办理结果分类',
    '办理结果标识',
    '办理结果标记',
    '办理结果',
    '办理类别',
    '办理类型',
    '办理分类',
    '办理情况类别',
    '办理情况',
    '答复类别',
    '答复类型',
    '答复分类',
    '答复结果',
    '答复意见类别',
    '办复类别',
    '办复类型',
    '办复结果',
    '办结类别',
    '办结类型',
    '办结情况',
    '类别标记',
    '类别标识',
    '类别标注',
    '类别标示',
    '分类标记',
    '分类标识',
    '结果分类',
    '结果类别',
    '提案类别',
    '建议类别',
    '意见类别',
    '解决程度',
    '件别',
    '类别',
    '类型',
    '分类',
    '标记',
    '标识',
    '标注',
    '复文类别',
    '复文类型',
  ],
  publication: [
    '信息公开选项',
    '信息公开类别',
    '信息公开类型',
    '信息公开属性',
    '信息公开方式',
    '信息公开形式',
    '信息公开情况',
    '信息公开',
    '公开方式',
    '公开属性',
    '公开类别',
    '公开类型',
    '公开形式',
    '公开情况',
    '公开选项',
    '公开意见',
    '公开性质',
    '公开与否',
    '是否同意公开',
    '是否可以公开',
    '是否公开',
    '可否公开',
    '能否公开',
    '政务公开选项',
    '政务公开',
  ],
  signedBy: [
    '签发人',
    '签发领导',
    '领导签发',
    '领导签批',
    '领导署名',
    '领导签字',
    '领导签名',
    '签批人',
    '签批领导',
    '审签人',
    '审签',
    '签发',
    '签批',
  ],
  copyTo: ['抄送单位', '抄送机关', '抄送', '抄报', '抄呈', '分送'],
  person: [
    '承办负责人',
    '承办人员',
    '承办人姓名',
    '承办人',
    '具体承办人',
    '经办人员',
    '经办人姓名',
    '经办人',
    '联系人姓名',
    '联系人员',
    '联系人',
    '联络人',
    '联络员',
    '责任人',
    '具体责任人',
    '主管领导',
    '分管领导',
    '分管负责人',
    '主管负责人',
    '责任领导',
    '主要领导',
    '办理人员',
    '办理人',
    '科室负责人',
    '单位负责人',
    '答复人',
    '负责人',
  ],
  unit: [
    '联系单位',
    '承办单位',
    '承办科室',
    '承办处室',
    '承办部门',
    '联系科室',
    '联系部门',
    '联系处室',
    '责任科室',
    '责任单位',
    '经办科室',
    '主办单位',
    '答复单位',
    '办理单位',
    '办理科室',
  ],
  phone: [
    '联系电话',
    '联系方式',
    '联系手机',
    '办公电话',
    '移动电话',
    '固定电话',
    '咨询电话',
    '手机号码',
    '手机号',
    '电话号码',
    '手机',
    '座机',
    '电话',
  ],
  address: [
    '联系地址',
    '单位地址',
    '通讯地址',
    '通信地址',
    '办公地址',
    '地址',
    '邮政编码',
    '邮编',
    '传真',
    '电子邮箱',
    '电子邮件',
    '邮箱',
    'E-mail',
    'Email',
  ],
  proposalNumber: [
    '提案编号',
    '提案案号',
    '提案号',
    '建议编号',
    '建议号',
    '议案编号',
    '案号',
    '编号',
    '序号',
  ],
  proposalTitle: [
    '提案标题',
    '提案题目',
    '提案名称',
    '提案案由',
    '建议标题',
    '建议题目',
    '建议名称',
    '案由',
    '题目',
    '标题',
  ],
  other: [
    '提案人',
    '提案者',
    '提出人',
    '建议人',
    '领衔代表',
    '领衔人',
    '附议人',
    '联名人',
    '界别',
    '届次',
    '会办单位',
    '协办单位',
    '分办单位',
    '审核人',
    '审核',
    '复核人',
    '核稿人',
    '核稿',
    '校对人',
    '校对',
    '拟稿人',
    '拟稿',
    '起草人',
    '打印人',
    '打印',
    '印制',
    '主题词',
    '会签',
    '沟通情况',
    '沟通方式',
    '沟通联系方式',
    '委员意见',
    '代表意见',
    '备注',
    '注',
  ],
} as const;

export type LabelKind = keyof typeof WORDS;

/** A piece of a line: the label, what kind it is, and the words up to the next label. */
export interface Labelled {
  readonly kind: LabelKind;
  readonly label: string;
  readonly value: string;
  /** The piece as printed. */
  readonly printed: string;
}

const KIND = new Map<string, LabelKind>(
  Object.entries(WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind as LabelKind] as const)),
);
const spaced = (word: string): string => [...word].join('\\s*');
const ALL = [...KIND.keys()]
  .sort((a, b) => b.length - a.length)
  .map(spaced)
  .join('|');
const PHONE_WORDS = [...WORDS.phone, '方式'].map(spaced).join('|');
/** "承办人及联系电话", "联系单位、电话", "联系人（电话）" are one label. */
const LABEL = new RegExp(
  `(${ALL})(?:姓名)?\\s*(?:[及和与、/]\\s*(?:其\\s*)?(?:${PHONE_WORDS})|[（(]\\s*(?:${PHONE_WORDS})\\s*[）)]|(?<=人|单位|科室|员)\\s*(?:${PHONE_WORDS}))?\\s*[:：]`,
  'g',
);

/** A longer line is running text, whatever it begins with. */
const LINE_LIMIT = 400;

/** What stands before the first label ('' where the line begins with one), and the labelled pieces in order. */
export function splitLabels(line: string): { readonly lead: string; readonly pieces: readonly Labelled[] } {
  if (line.length > LINE_LIMIT || !/[:：]/.test(line)) return { lead: line, pieces: [] };
  const found = [...line.matchAll(LABEL)];
  const pieces = found.map((match, i): Labelled => {
    const label = match[1]!.replace(/\s+/g, '');
    const start = match.index + match[0].length;
    const end = found[i + 1]?.index ?? line.length;
    return {
      kind: KIND.get(label)!,
      label,
      value: line
        .slice(start, end)
        .trim()
        .replace(/[，,；;]$/, '')
        .trim(),
      printed: line.slice(match.index, end).trim(),
    };
  });
  return { lead: line.slice(0, found[0]?.index ?? line.length).trim(), pieces };
}

/** Words before a label that only say more of it ("承办单位联系人", "（"). */
const LEAD =
  /^[（(【[\s]*(?:市|县|区|本|我|单位|具体|主要|业务|工作|承办单位|承办科室|委员会|局|委|办|[一二三四]、)*$/;

/** The labelled pieces of a line that is nothing else; null for any other line. */
export function labelledLine(line: string): readonly Labelled[] | null {
  const { lead, pieces } = splitLabels(line);
  return pieces.length > 0 && LEAD.test(lead) ? pieces : null;
}

const LETTER =
  /^[（(【[“"\s]*([A-DＡ-Ｄa-d])[12]?\s*(?:类(?:件|别|提案|答复)?)?[）)】\]”"\s。.]*(?:[（(].{0,30}[）)])?$/;

/** The class letter of a label's value ("A", "（B类）", "Ｃ类件"), or null. */
export const classLetter = (value: string): string | null => {
  const letter = LETTER.exec(value)?.[1];
  return letter === undefined ? null : letter.normalize('NFKC').toUpperCase();
};

/** A label that is a whole line; without its colon only where the word can be nothing else. */
export const isLabelAlone = (line: string): boolean => {
  if (line.length > 20) return false;
  if (/^(?:公开方式|公开属性|公开类别|信息公开选项|签发人)$/.test(line)) return true;
  const pieces = /[:：]$/.test(line) ? labelledLine(line) : null;
  return pieces?.length === 1 && pieces[0]!.value === '' && pieces[0]!.kind !== 'other';
};
