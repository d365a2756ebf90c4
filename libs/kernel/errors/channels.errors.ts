import { defineErrors } from './catalogue';

/** What leaves the house: choices, addresses, robots. */
export const channelErrors = defineErrors({
  'notice.channel-required': {
    status: 422,
    message: '“{kind}”关系到法定职责，站内之外至少要留一种方式。请为它选上邮件或短信。',
  },
  'webhook.secret-missing': {
    status: 422,
    message: '发给自有系统的通知要签名。请填写至少 16 位的密钥，并把同一个密钥配置到对方系统里。',
  },
});
