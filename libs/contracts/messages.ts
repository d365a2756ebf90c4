import type { z } from 'zod';

const kinds: Record<string, string> = {
  string: '这里要填文字',
  number: '这里要填数字',
  int: '这里要填整数',
  boolean: '这里只能是“是”或“否”',
  array: '这里要填一列内容',
};

const bound = (limit: number | bigint, origin: string, word: string): string =>
  origin === 'array' ? `${word} ${limit} 项` : `${word} ${limit}`;

/** What is said of an input where its field has no words of its own; handed to `safeParse` as `error`. */
export const inChinese: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? '请填写这一项'
        : (kinds[issue.expected] ?? '这里的格式不对，请重新填写');
    case 'too_big':
      return bound(issue.maximum, issue.origin, '不能超过');
    case 'too_small':
      return bound(issue.minimum, issue.origin, '不能少于');
    case 'unrecognized_keys':
      return `有不认识的字段 ${issue.keys.join('、')}，请去掉`;
    case 'invalid_format':
    case 'invalid_value':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return '填写的内容不符合要求，请重新填写';
  }
};
