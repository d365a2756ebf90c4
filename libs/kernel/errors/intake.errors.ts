import { defineErrors } from './catalogue';

/** Lists of proposals that come in as files. */
export const intakeErrors = defineErrors({
  'intake.kind': {
    status: 415,
    message: '“{file}”不是提案清单。请给 .xlsx 或 .csv 表格，或单件提案的 .docx、.txt 文件。',
  },
  'intake.old-excel': {
    status: 415,
    message: '“{file}”是旧版表格或文档（.xls、.et、.doc）。请用 Excel 或 WPS 另存为 .xlsx 后再导入。',
  },
  'intake.encrypted': { status: 422, message: '“{file}”设了密码。请去掉密码后再导入。' },
  'intake.broken': {
    status: 422,
    message: '“{file}”不是完整的表格，读不出来。请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。',
  },
  'intake.too-large': {
    status: 413,
    message: '“{file}”展开后过大，不像一份提案清单。请删去空行、空列和图片，另存后再导入。',
  },
  'intake.too-many-rows': {
    status: 422,
    message: '“{file}”超过 {rows} 行。请分成几个文件，分次导入。',
  },
  'intake.too-slow': {
    status: 422,
    message: '“{file}”读了 {seconds} 秒仍未读完，已停止。请只留下提案的行和列，另存后再导入。',
  },
  'intake.open-quote': {
    status: 422,
    message: '“{file}”第 {line} 行起有一个双引号没有配对，读不下去。请补上引号，或另存为 .xlsx 再导入。',
  },
  'import.nothing-good': { status: 409, message: '没有一行可以导入。请先改正标出的问题，或换一个文件。' },
  'import.has-problems': {
    status: 409,
    message: '还有 {count} 行有问题。请先改正，或改选“只导入没有问题的行”。',
  },
  'import.in-hand': {
    status: 409,
    message: '其中 {count} 件已有单位签收或办理（第 {list} 号），不能整批撤销。请逐件处理。',
  },
  'intake.empty': { status: 422, message: '“{file}”里没有提案的行。请核对是不是选错了文件或工作表。' },
});
