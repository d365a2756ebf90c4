import { createElement } from 'react';
import type { FieldError } from '../../shared/api/problem';
import { markup, words } from '../../testing/render';
import { FieldView } from './field-view';
import { type FormContext, FormProvider } from './form-context';
import { fieldsOf, type JsonSchema } from './schema';

interface Given {
  readonly schema: JsonSchema;
  readonly value?: unknown;
  readonly required?: boolean;
  readonly context?: Partial<FormContext>;
}

/** One field named `it`, drawn as a form draws it. */
function drawn({ schema, value, required = true, context }: Given): string {
  const [field] = fieldsOf({ properties: { it: schema }, required: required ? ['it'] : [] });
  const form: FormContext = { prefix: 'f-', errors: [], choices: {}, disabled: false, ...context };
  const view = createElement(FieldView, {
    field: field as NonNullable<typeof field>,
    path: 'it',
    value,
    onChange: () => undefined,
  });
  return markup(createElement(FormProvider, { value: form }, view));
}

const title: JsonSchema = { type: 'string', title: '案由', minLength: 1, maxLength: 20 };
const error: FieldError[] = [{ path: 'it', message: '请填写案由' }];

describe('a field', () => {
  it('should be found by its label', () => {
    const html = drawn({ schema: title });
    expect(html).toMatch(/<label for="f-it">案由.*<input[^>]* id="f-it"/);
  });
  it('should say in words that it must be filled in', () => {
    expect(words(drawn({ schema: title }))).toContain('必填');
  });
  it('should say in words that it may stay empty', () => {
    const schema = { anyOf: [title, { type: 'null' }] };
    expect(words(drawn({ schema }))).toContain('可不填');
  });
  it('should show its message beside it', () => {
    expect(drawn({ schema: title, context: { errors: error } })).toContain(
      '<p class="field-error" id="f-it-error" role="alert">请填写案由</p>',
    );
  });
  it('should be described by its message for those who do not see it', () => {
    expect(drawn({ schema: title, context: { errors: error } })).toContain('aria-describedby="f-it-error"');
  });
  it('should be marked as wrong when it has a message', () => {
    expect(drawn({ schema: title, context: { errors: error } })).toContain('aria-invalid="true"');
  });
  it('should not be marked by the message of another field', () => {
    const errors = [{ path: 'item', message: '别处' }];
    expect(drawn({ schema: title, context: { errors } })).not.toContain('aria-invalid');
  });
  it('should be described by hint and message together', () => {
    const html = drawn({ schema: { ...title, description: '一行' }, context: { errors: error } });
    expect(html).toContain('aria-describedby="f-it-hint f-it-error"');
  });
  it('should not take more letters than the server does', () => {
    expect(drawn({ schema: title })).toContain('maxLength="20"');
  });
  it('should be locked while the form is being sent', () => {
    expect(drawn({ schema: title, context: { disabled: true } })).toMatch(/<input[^>]* disabled=""/);
  });
  it('should not be drawn when it is only carried along', () => {
    expect(drawn({ schema: { type: 'integer', widget: 'hidden' }, value: 3 })).toBe('');
  });
});

describe('the kinds of fields', () => {
  it('should never show a password', () => {
    const html = drawn({ schema: { type: 'string', widget: 'password' }, value: 'a' });
    expect(html).toContain('type="password"');
  });
  it('should keep the browser from offering an old password for a new one', () => {
    expect(drawn({ schema: { type: 'string', widget: 'password' } })).toContain('new-password');
  });
  it('should take a day from a calendar', () => {
    expect(drawn({ schema: { type: 'string', format: 'date' } })).toContain('type="date"');
  });
  it('should grow a text with its lines', () => {
    const value = Array.from({ length: 9 }, () => '一行').join('\n');
    expect(drawn({ schema: { type: 'string', widget: 'prose' }, value })).toContain('rows="9"');
  });
  it('should not grow a text beyond twenty lines', () => {
    const value = '长'.repeat(5000);
    expect(drawn({ schema: { type: 'string', widget: 'prose' }, value })).toContain('rows="20"');
  });
  it('should not let a browser correct the spelling of a wording', () => {
    const html = drawn({ schema: { type: 'string', widget: 'template' }, value: '{{number}}' });
    expect(html).toContain('spellCheck="false"');
  });
  it('should offer phrases below a text that takes them, where there are any', () => {
    const schema = { type: 'string', widget: 'prose', title: '意见', suggest: 'phrases' };
    const choices = { phrases: [{ value: '同意。', label: '同意。' }] };
    expect(drawn({ schema, context: { choices } })).toContain('意见：插入常用语');
    expect(drawn({ schema })).not.toContain('插入常用语');
  });
  it('should show a chosen entry by its label', () => {
    const choices = { units: [{ value: 'u1', label: '发展和改革局' }] };
    const html = drawn({ schema: { type: 'string', choices: 'units' }, value: 'u1', context: { choices } });
    expect(words(html)).toContain('发展和改革局');
  });
  it('should say that there is nothing to choose from', () => {
    expect(words(drawn({ schema: { type: 'string', choices: 'units' } }))).toContain('没有可选的');
  });
  it('should show a tick that is set', () => {
    expect(drawn({ schema: { type: 'boolean', title: '重点' }, value: true })).toContain('checked=""');
  });
  it('should show no tick when nothing was said', () => {
    expect(drawn({ schema: { type: 'boolean', title: '重点' } })).not.toContain('checked=""');
  });
  it('should be written by hand only by who opens it, and show what was written', () => {
    const schema = { title: '手写签批', anyOf: [{ type: 'string', widget: 'ink' }, { type: 'null' }] };
    expect(words(drawn({ schema, value: null }))).not.toContain('全部擦去');
    const html = drawn({ schema, value: 'M10 20L30 40M50 60L70 80' });
    expect([
      html.includes('<path d="M10 20L30 40M50 60L70 80"'),
      words(html).includes('已写 2 笔。'),
    ]).toEqual([true, true]);
  });
  it('should say that a file was kept when the page was loaded again', () => {
    const schema = { title: '原件', anyOf: [{ type: 'string', widget: 'file' }, { type: 'null' }] };
    expect(words(drawn({ schema, value: 'file-1' }))).toContain('已上传');
  });
  it('should not speak of a file when there is none', () => {
    const schema = { title: '原件', anyOf: [{ type: 'string', widget: 'file' }, { type: 'null' }] };
    expect(words(drawn({ schema, value: null }))).not.toContain('已上传');
  });
});

describe('a list of groups', () => {
  const schema: JsonSchema = {
    type: 'array',
    title: '联系人（一位以上）',
    maxItems: 2,
    items: { type: 'object', properties: { name: { type: 'string', title: '姓名' } } },
  };
  const two = [{ name: '甲' }, { name: '乙' }];
  const button = (html: string, name: string): string =>
    html.match(new RegExp(`<button[^>]*aria-label="${name}"[^>]*>`))?.[0] ?? '';

  it('should offer one more, without the remark in brackets', () => {
    expect(words(drawn({ schema, value: [] }))).toContain('添加联系人');
  });
  it('should not offer more than the server takes', () => {
    expect(words(drawn({ schema, value: two }))).not.toContain('添加联系人');
  });
  it('should not let the first item move up', () => {
    expect(button(drawn({ schema, value: two }), '上移：联系人（一位以上） 1')).toContain('disabled');
  });
  it('should not let the last item move down', () => {
    expect(button(drawn({ schema, value: two }), '下移：联系人（一位以上） 2')).toContain('disabled');
  });
  it('should let an item between move', () => {
    expect(button(drawn({ schema, value: two }), '下移：联系人（一位以上） 1')).not.toContain('disabled');
  });
  it('should put a message at its place in its item', () => {
    const errors = [{ path: 'it.1.name', message: '请填写姓名' }];
    expect(drawn({ schema, value: two, context: { errors } })).toContain('id="f-it.1.name-error"');
  });

  const fixed: JsonSchema = {
    type: 'array',
    title: '逐条意见',
    itemTitle: 'suggestionId',
    items: {
      type: 'object',
      properties: {
        suggestionId: { type: 'string', choices: 'suggestions' },
        body: { type: 'string', title: '意见' },
      },
    },
  };
  const choices = { suggestions: [{ value: 'g1', label: '一、加装扶手' }] };
  it('should title an item of a fixed list by what it is about', () => {
    const value = [{ suggestionId: 'g1', body: '' }];
    expect(words(drawn({ schema: fixed, value, context: { choices } }))).toContain('一、加装扶手');
  });
  it('should count an item whose name nobody knows', () => {
    const value = [{ suggestionId: 'gone', body: '' }];
    expect(words(drawn({ schema: fixed, value, context: { choices } }))).toContain('逐条意见 1');
  });
  it('should fill an item by one click where the server names with what', () => {
    const value = [{ suggestionId: 'g1', body: '' }];
    const quick = { label: '不属我单位职责', values: { body: '不属。' } };
    expect(drawn({ schema: { ...fixed, skipBlank: 'body', quick }, value, context: { choices } })).toContain(
      'aria-label="不属我单位职责：一、加装扶手"',
    );
  });
  it('should neither add to a fixed list nor take from it', () => {
    const value = [{ suggestionId: 'g1', body: '' }];
    expect(drawn({ schema: fixed, value, context: { choices } })).not.toMatch(/添加|删去/);
  });
});

describe('several choices in order', () => {
  const schema: JsonSchema = { type: 'array', title: '顺序', items: { type: 'string', choices: 'units' } };
  const choices = {
    units: [
      { value: 'a', label: '甲局' },
      { value: 'b', label: '乙局' },
    ],
  };
  it('should stand in the order that was chosen', () => {
    const text = words(drawn({ schema, value: ['b', 'a'], context: { choices } }));
    expect(text.indexOf('乙局')).toBeLessThan(text.indexOf('甲局'));
  });
  it('should offer no more when all are chosen', () => {
    expect(words(drawn({ schema, value: ['b', 'a'], context: { choices } }))).not.toContain('添加顺序');
  });
  it('should keep an entry that the list no longer names', () => {
    expect(words(drawn({ schema, value: ['gone'], context: { choices } }))).toContain('gone');
  });
});
