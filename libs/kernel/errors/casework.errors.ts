import { defineErrors } from './catalogue';

/** Sign-in, permissions, and the turns of a case. */
export const caseworkErrors = defineErrors({
  'session.missing': { status: 401, message: '请先登录。' },
  'session.wrong-credentials': { status: 401, message: '账号或密码不正确，请核对后再试。' },
  'session.locked': { status: 429, message: '连续输错次数过多，请在 {minutes} 分钟后再试。' },
  'permission.denied': { status: 403, message: '您的职责不能做“{action}”。需要由{who}办理。' },
  'state.moved-on': {
    status: 409,
    message: '这一步现在不能“{action}”：当前状态是“{state}”。请刷新看最新进展。',
  },
  'review.red-findings': {
    status: 409,
    message: '还有 {count} 处必须改的问题：{list}。请退回修改；确实无误的，由签发人用“准予保留”写明理由。',
  },
  'review.no-such-finding': { status: 409, message: '这个问题已经不在检查结果里。请刷新看最新结果。' },
  'review.text-changed': {
    status: 409,
    message: '您打开之后，答复稿的文字有了变化。请刷新，看过现在的文字再办。您写的意见没有丢失。',
  },
  'review.no-holder': {
    status: 409,
    message: '“{step}”这一环节现在没有人能办：{who}。请管理员先授予职责，再送核稿。',
  },
  'review.no-such-step': {
    status: 422,
    message: '只能退给承办人，或前面已经同意过的环节。请刷新后重新选择。',
  },
  'review.signer-unfit': {
    status: 422,
    message:
      '{name}不能办这一环节：要是本单位在用的账号，负有核稿、审核、签发或提案办职责，又不是本稿的承办人。请另选一人。',
  },
  'review.nothing-to-compare': {
    status: 404,
    message: '这一环节还没有看过以前的稿子，没有可以对照的文字。',
  },
  'guard.failed': { status: 409, message: '{detail}' },
  'version.stale': {
    status: 409,
    message: '这一段已被他人改到第 {current} 版，您看到的是第 {seen} 版。请对照后再保存，您的文字没有丢失。',
  },
  'version.moved-on': {
    status: 409,
    message:
      '您看到的是第 {seen} 版，现在已是第 {current} 版，有人刚办过别的事。请刷新后再办，您填的内容没有丢失。',
  },
  'ledger.too-many-views': {
    status: 409,
    message: '自己的视图最多存 {most} 个。请先删掉不用的，再存这一个。',
  },
  'proposal.duplicate': { status: 409, message: '{session}第 {number} 号已经登记过。请核对提案号。' },
  'proposal.kind-not-here': {
    status: 422,
    message: '{place}不受理{kind}。请另选类型，或请管理员在地方配置里加上。',
  },
  'unit.unknown': { status: 422, message: '没有名为“{name}”的单位。请从单位名录中选择，或请管理员先添加。' },
  'unit.name-taken': { status: 409, message: '名称“{name}”已被“{unit}”使用，请换一个。' },
  'person.account-taken': { status: 409, message: '账号“{account}”已有人使用，请换一个。' },
  'person.unfit': { status: 422, message: '{name}没有“{duty}”职责，或不在这个单位、科室。请另选一人。' },
  'person.has-open-work': {
    status: 409,
    message:
      '{name}手上还有 {count} 件没有办结的提案（{list}），停用账号会让它们无人承办。请先办“离岗交接”，把这些提案交给接手人或退回提案办。',
  },
  'delegation.period': { status: 422, message: '请改正委托的时段：{detail}' },
  'delegation.overlap': {
    status: 409,
    message: '{duty}在 {from} 至 {until} 已经委托给{name}。请先结束那一项委托，或改选时段。',
  },
  'delegation.chain': {
    status: 409,
    message:
      '{name}从 {from} 至 {until} {why}，受托的职责不能再转给别人。请先结束那一项委托，或另选一人、改选时段。',
  },
  'series.in-use': {
    status: 409,
    message: '{year} 年这一字号已经用到 {last} 号，起始号不能再改。请在下一年第一次取号之前设置。',
  },
  'series.missing': { status: 409, message: '{unit}没有登记发文代字，不能取号。请管理员先设置。' },
  'file.unknown': { status: 422, message: '上传的文件找不到了，请重新上传。' },
  'link.busy': { status: 429, message: '这个链接打开得太频繁，请过几分钟再试。' },
  'policy.unrecognised': {
    status: 422,
    message: '看不出这是任务分解表、行动计划还是起草说明。请检查文件，或换用带责任单位的版本。',
  },
  'policy.too-long': { status: 413, message: '文件超过 2 万行。请只导入带任务和责任单位的部分。' },
  'search.nothing': { status: 422, message: '没有可以检索的词。请填写汉字、字母或数字，不能只有标点。' },
  'policy.title-taken': {
    status: 409,
    message: '已有现行的文件“{title}”。请换一个名称，或打开那份文件选“换成新版”。',
  },
  'policy.ended': { status: 409, message: '这份文件已经停用或有了新版。请刷新后再看。' },
  'archive.unreadable': { status: 422, message: '这不是能打开的归档包。请确认文件没有下载到一半，再核对。' },
  'archive.too-large': {
    status: 413,
    message: '归档包展开后超过 2 GB 或 2 万个文件。请换用从本系统下载的归档包。',
  },
  'archive.no-manifest': {
    status: 422,
    message: '归档包里没有清单，或清单不是本系统所写。请换用从本系统下载的归档包。',
  },
  'opinion.file-kind': {
    status: 415,
    message: '“{file}”不是 Word 文件。请用 Word 或 WPS 另存为 .docx 后再读入，或直接把文字粘贴到意见里。',
  },
  'opinion.file-blank': {
    status: 422,
    message: '“{file}”里没有读到文字（可能是扫描件或图片）。请把文字直接填到意见里，文件作为附件上传。',
  },
  'archive.damaged': {
    status: 422,
    message: '归档包里的“{path}”{fault}。没有导入任何内容，请换一份完好的归档包。',
  },
  'archive.newer': {
    status: 422,
    message: '归档包由更新的版本（{version}）写出。请先升级本系统，再导入。',
  },
  'archive.older': {
    status: 422,
    message: '归档包由较早的版本（{version}）写出。请用那个版本导入空库，再升级。',
  },
  'archive.clash': {
    status: 409,
    message: '库里已有与归档包冲突的记录（{table}）。没有导入任何内容，请导入到一个空的库。',
  },
  'archive.year-too-large': {
    status: 413,
    message: '这一年有单个文件超过 4 GB，归档包装不下。请改用数据库和文件目录的整体备份。',
  },
  'archive.file-missing': {
    status: 409,
    message: '存下的文件“{name}”缺失或被改过，没有写出归档包。请运行 fuhan files verify，从备份恢复后再试。',
  },
  'link.dead': { status: 404, message: '这个链接无效或已失效。请与寄信单位联系，换一个新链接。' },
});
