import { defineErrors } from './catalogue';

/** The letter engine: import, wording, layout. */
export const letterErrors = defineErrors({
  'letter.file-unreadable': { status: 422, message: '读不到文件“{file}”。请核对路径。' },
  'letter.file-unwritable': { status: 422, message: '写不进“{file}”。请换一个可以写入的目录。' },
  'letter.file-kind': {
    status: 415,
    message: '不认识“{file}”的格式。请给 .txt、.docx、.pdf 或 .json（复函数据）文件。',
  },
  'letter.empty': { status: 422, message: '“{file}”里没有文字。请换一个文件。' },
  'letter.too-long': { status: 413, message: '“{file}”超过 {limit}，不像一封复函。请换一个文件。' },
  'letter.not-text': {
    status: 422,
    message: '“{file}”不是 UTF-8 或 GB18030 的纯文本。请另存为纯文本后再试。',
  },
  'letter.old-word': {
    status: 415,
    message: '“{file}”是旧版 Word（.doc、.rtf）文件，或设了打开密码。请另存为不带密码的 .docx 后再试。',
  },
  'letter.docx-broken': {
    status: 422,
    message: '“{file}”不是完整的 Word 文件，读不出来。请用 Word 或 WPS 打开后另存为 .docx 再试。',
  },
  'letter.docx-encrypted': { status: 422, message: '“{file}”设了密码。请去掉密码后再试。' },
  'letter.docx-too-large': {
    status: 413,
    message: '“{file}”解开后过大，不像一封复函。请删去其中的附件和图片，另存后再试。',
  },
  'letter.json-broken': { status: 422, message: '“{file}”不是完整的 JSON。请重新导出后再试。' },
  'letter.json-invalid': {
    status: 422,
    message: '“{file}”的“{field}”不符合复函数据的格式（{detail}）。请对照 docs/letter-json.md 修改。',
  },
  'letter.kind-unknown': { status: 422, message: '没有“{kind}”这种函。可以是 {kinds} 之一。' },
  'letter.fields-invalid': {
    status: 422,
    message: '成文用的数据（{kind}）里“{field}”不对：{detail}。请对照 docs/letters.md 修改。',
  },
  'letter.control-character': {
    status: 422,
    message: '“{place}”里有不能印出的控制字符 {code}。请删去后再试。',
  },
  'letter.template': { status: 422, message: '模板“{template}”第 {line} 行有误：{detail}。请改正后再试。' },
  'letter.missing-glyphs': {
    status: 422,
    message:
      '现有字体里没有这些字：{characters}。请在 FONTS_DIR 指定的目录里放入收有它们的字体，或改用其他写法。',
  },
  'letter.fonts-missing': {
    status: 500,
    message: '字体目录“{directory}”里没有{role}。请核对 FONTS_DIR，或重新取出 assets/fonts。',
  },
  'letter.layout-failed': {
    status: 500,
    message: '版式程序没有排成这封函：{detail}。请把这句话告诉系统管理员。',
  },
  'letter.layout-timeout': {
    status: 503,
    message: '排版超过 {seconds} 秒仍未完成，已停止。请检查文字是否过长，再试一次。',
  },
  'letter.title-too-long': {
    status: 422,
    message: '标题有 {characters} 个字，首页放不下正文了。请缩短到 200 字以内。',
  },
  'letter.too-many-pages': {
    status: 422,
    message: '这封函有 {pages} 面，超过 {limit} 面。请删减正文，或把一部分另作材料报送。',
  },
  'letter.pdf-broken': { status: 422, message: '“{file}”不是完整的 PDF，读不出来。请重新导出 PDF 后再试。' },
  'letter.pdf-encrypted': { status: 422, message: '“{file}”设了打开密码。请去掉密码后再试。' },
  'letter.pdf-image-only': {
    status: 422,
    message: '“{file}”里没有文字，是扫描件或已转成图形。请改用由文字处理软件直接导出的 PDF。',
  },
  'letter.pdf-too-many-pages': {
    status: 413,
    message: '“{file}”有 {pages} 页，超过 {limit} 页，不像一封复函。请只留下这封函的页面。',
  },
  'letter.pdf-too-large': {
    status: 413,
    message: '“{file}”展开后内容过多，不像一封复函，没有继续读取。请重新导出 PDF 后再试。',
  },
  'letter.pdf-timeout': {
    status: 422,
    message: '“{file}”读了 {seconds} 秒仍未读完，已停止。请重新导出 PDF，或去掉复杂图形后再试。',
  },
  'letter.redline-author': {
    status: 422,
    message: '花脸稿要写明修改人。请给出 {limit} 个字以内的姓名，不要换行。',
  },
  'letter.redline-time': {
    status: 422,
    message: '修改时间“{at}”不对。请按 ISO 8601 写成带时区的时间。',
  },
  'letters.zip-broken': {
    status: 422,
    message: '压缩包“{file}”不完整，读不出来。请重新打包成 .zip 后再导入。',
  },
  'letters.zip-encrypted': {
    status: 422,
    message: '“{file}”在压缩包里设了密码。请去掉密码重新打包后再导入。',
  },
  'letters.zip-too-large': {
    status: 413,
    message: '“{file}”解开后过大，不像复函。请去掉不是复函的文件，分几个包导入。',
  },
  'letters.unsafe-name': {
    status: 422,
    message: '压缩包里的“{file}”指向包外的位置，没有读取。请解压后重新打包再导入。',
  },
  'letters.no-reply': {
    status: 422,
    message: '“{file}”不像答复函：没有认出提案和收发双方。请核对是不是选错了文件。',
  },
  'letters.no-year': {
    status: 422,
    message: '看不出“{file}”是哪一年的。请补上成文日期，或放进名为年份的文件夹（如 2023年）再导入。',
  },
  'letters.no-files': { status: 422, message: '“{file}”里没有可以导入的文件。请核对文件夹或压缩包。' },
  'letter.not-public': {
    status: 422,
    message:
      '这封函的公开方式是“{publication}”，不出公开稿。只有主动公开的函才上网；要公开，请先改公开方式。',
  },
});
