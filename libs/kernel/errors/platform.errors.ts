import { defineErrors } from './catalogue';

/** Configuration, database, queue, transport. */
export const platformErrors = defineErrors({
  'config.invalid': { status: 500, message: '{detail}' },
  'internal.unexpected': {
    status: 500,
    message: '系统出错，操作没有生效。请稍后重试；仍不行请把编号 {incident} 告诉系统管理员。',
  },
  'service.unavailable': { status: 503, message: '系统暂时连不上数据库，操作没有生效，请稍后重试。' },
  'request.malformed': { status: 400, message: '请求内容无法识别：{detail}' },
  'request.invalid': { status: 422, message: '填写的内容有误：{detail}' },
  'request.too-large': { status: 413, message: '内容超过 {limit}，请缩小后再提交。' },
  'request.not-found': { status: 404, message: '没有这个地址或这条记录，可能已被移走，也可能您无权查看。' },
  'request.foreign-origin': {
    status: 403,
    message: '这个请求不是从本系统的页面发出的，已拒绝。请回到系统页面重新操作。',
  },
  'request.precondition': {
    status: 400,
    message: 'If-Match 应是加引号的版本号；不需要核对版本时请不要带。',
  },
  'request.key': { status: 400, message: 'Idempotency-Key 应是 8 到 100 个字母、数字、点、短横或下划线。' },
  'request.key-reused': {
    status: 409,
    message: '同一个提交编号刚才已经办成了另一内容。请刷新看最新结果，再重新提交。',
  },
  'file.empty': { status: 422, message: '上传的文件是空的，请重新选择。' },
  'file.kind': { status: 415, message: '只能上传 PDF、Word、Excel、图片或纯文本文件，请转换后再上传。' },
  'web.not-built': { status: 503, message: '网页还没有构建。请用 npm start 启动，它会先构建。' },
  'request.conflict': { status: 409, message: '有人刚刚改过同一内容，请刷新后再试。' },
  'migration.changed': {
    status: 500,
    message: '数据库迁移 {name} 执行之后又被改过，没有启动。请恢复这个文件，改动另写一个新的迁移。',
  },
  'migration.missing': {
    status: 500,
    message: '数据库里有迁移 {name}，程序里却没有：程序比数据库旧。请换用新版程序，或换一个数据库。',
  },
  'migration.irreversible': {
    status: 500,
    message: '迁移 {name} 没有对应的 .down.sql，不能回退。请从备份恢复，或先补上这个文件。',
  },
});
