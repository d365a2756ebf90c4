import type { AuditEntryRow } from '../audit/audit-log.queries';
import type { CommitmentLedger } from '../commitments.queries';
import type { Book, Registers } from '../registers.queries';
import { column, dayCell, instantCell, type ListTable, yes } from './list-table';

type BookTables = { readonly [B in Book]: ListTable<Registers[B][number]> };
/** 登记簿, one book each. */
export const bookTables: BookTables = {
  numbers: {
    name: '发文登记',
    columns: [
      column('发文字号', 26, ({ documentNumber }) => documentNumber),
      column('成文日期', 14, ({ date }) => dayCell(date)),
      column('标题', 60, ({ title }) => title),
      column('提案', 60, ({ proposal }) => proposal),
      column('类别', 8, ({ outcomeClass }) => outcomeClass),
      column('编号人', 12, ({ issuedBy }) => issuedBy),
      column('编号时间', 18, ({ issuedAt }) => instantCell(issuedAt)),
      column('状态', 12, ({ stateLabel }) => stateLabel),
      column('作废原因', 40, ({ voidReason }) => voidReason),
    ],
  },
  seals: {
    name: '用印登记',
    columns: [
      column('发文字号', 26, ({ documentNumber }) => documentNumber),
      column('提案', 60, ({ proposal }) => proposal),
      column('印章', 30, ({ seal }) => seal),
      column('份数', 8, ({ copies }) => copies),
      column('用印时间', 18, ({ usedAt }) => instantCell(usedAt)),
      column('用印人', 12, ({ usedBy }) => usedBy),
      column('备注', 40, ({ note }) => note),
    ],
  },
  receipts: {
    name: '送达和回执登记',
    columns: [
      column('发文字号', 26, ({ documentNumber }) => documentNumber),
      column('提案', 60, ({ proposal }) => proposal),
      column('收件人', 30, ({ recipient }) => recipient),
      column('送达方式', 14, ({ means }) => means),
      column('单号', 20, ({ tracking }) => tracking),
      column('发出时间', 18, ({ sentAt }) => instantCell(sentAt)),
      column('签收时间', 18, ({ receivedAt }) => instantCell(receivedAt)),
      column('签收人', 12, ({ receivedBy }) => receivedBy),
    ],
  },
};

const ratingWords = { satisfied: '满意', fair: '基本满意', dissatisfied: '不满意' } as const;
/** 承诺台账 */
export const commitmentsTable: ListTable<CommitmentLedger['items'][number]> = {
  name: '承诺台账',
  columns: [
    column('承诺事项', 60, ({ text }) => text),
    column('提案号', 12, ({ number }) => number),
    column('案由', 60, ({ title }) => title),
    column('发文字号', 26, ({ documentNumber }) => documentNumber),
    column('责任单位', 26, ({ ownerUnit }) => ownerUnit),
    column('责任人', 12, ({ owner }) => owner),
    column('作出日期', 14, ({ madeOn }) => dayCell(madeOn)),
    column('期限', 14, ({ dueOn }) => dayCell(dueOn)),
    column('原定期限', 14, ({ firstDueOn }) => dayCell(firstDueOn)),
    column('往年承诺', 10, ({ carriedOver }) => yes(carriedOver)),
    column('进度（%）', 10, ({ percent }) => percent),
    column('最近进展', 50, ({ lastText }) => lastText),
    column('进展日期', 14, ({ lastOn }) => dayCell(lastOn)),
    column('状态', 14, ({ stateLabel }) => stateLabel),
    column('时限', 22, ({ state, light }) => (state === 'confirmed' ? light.words : null)),
    column('提案者评价', 20, ({ ratings }) => ratings.map((rating) => ratingWords[rating]).join('、')),
  ],
};

/** 审计日志 */
export const auditTable: ListTable<AuditEntryRow> = {
  name: '审计日志',
  columns: [
    column('序号', 10, ({ seq }) => seq),
    column('时间', 18, ({ at }) => instantCell(at)),
    column('何人', 16, ({ actorName, actor }) => actorName ?? actor),
    column('做了什么', 24, ({ actionLabel, action }) => actionLabel ?? action),
    column('提案号', 12, ({ proposal }) => proposal?.number ?? null),
    column('对象', 40, ({ object }) => object),
    column('细节', 60, ({ detail }) => detail),
  ],
};
