import { defineErrors } from './catalogue';

/** Place profile, calendar, deadlines. */
export const rulesErrors = defineErrors({
  'profile.invalid': { status: 422, message: '{file} 第 {line} 行：{detail}' },
});
