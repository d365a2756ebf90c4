import { isDate } from '@fuhan/kernel';
import { isInk } from '@fuhan/letter-engine';
import { z } from 'zod';

/** What a form needs to know beyond the type: the Chinese label, and how to fill it in. */
export interface FieldMeta extends Record<string, unknown> {
  title?: string;
  description?: string;
  /** `prose` several lines; `hidden` carried along; `template` a wording with {{…}}. */
  widget?: 'prose' | 'hidden' | 'template' | 'password' | 'file' | 'ink';
  /** The list of choices the server sends beside the form. */
  choices?: string;
  /** A list of texts the server sends beside the form, offered for putting into the field. */
  suggest?: string;
  /** In a list: the field that names an item; the list's length is then fixed. */
  itemTitle?: string;
  /** In a list: the field whose words an item is about; an item without them is not sent. */
  skipBlank?: string;
  /** In a list: an item is cut in two in this field's words, and joined with the next. */
  parts?: string;
  /** In a list: what an item can be filled with by one click. */
  quick?: { label: string; values: Record<string, unknown> };
}

// C0 and C1 controls except tab, line feed, carriage return; the two noncharacters XML forbids.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;

const clean = (text: string): boolean => !forbidden.test(text) && text.isWellFormed();

const text = (max: number, meta: FieldMeta) =>
  z
    .string()
    .max(max, `不能超过 ${max} 个字`)
    .refine(clean, '含有不能保存的控制字符，请删去后再试')
    .meta(meta);

/** One line of text, trimmed, not empty. */
export const line = (max: number, title: string, more: FieldMeta = {}) =>
  text(max, { title, ...more })
    .trim()
    .min(1, `请填写${title}`)
    .refine((value) => !/[\r\n]/.test(value), '只能写一行')
    .meta({ title, ...more });

/** Several paragraphs, one a line; not empty. */
export const prose = (max: number, title: string, more: FieldMeta = {}) =>
  text(max, { title, widget: 'prose', ...more })
    .trim()
    .min(1, `请填写${title}`)
    .meta({ title, widget: 'prose', ...more });

/** Several paragraphs; may stay empty. */
export const optionalProse = (max: number, title: string, more: FieldMeta = {}) =>
  text(max, { title, widget: 'prose', ...more })
    .trim()
    .default('')
    .meta({ title, widget: 'prose', ...more });

/** The text of a file, as it is. */
export const fileText = (max: number, title: string) =>
  text(max, { title, widget: 'prose' }).refine((value) => value.trim() !== '', `请填写${title}`);

/** What a hand wrote, as the strokes of the pen. */
export const ink = (title: string, more: FieldMeta = {}) =>
  z
    .string()
    .max(40_000, '手写的笔画太多，请擦去一些或重写得简单些')
    .refine(isInk, '看不懂手写的内容，请擦去后重写')
    .meta({ title, widget: 'ink', ...more });

export const id = (title: string, more: FieldMeta = {}) => z.uuid('不是有效的编号').meta({ title, ...more });
export const chosen = (title: string, choices: string) => id(title, { choices });
export const date = (title: string) =>
  z.string().refine(isDate, '日期要写成 2026-03-01 的样子，并且确有这一天').meta({ title, format: 'date' });
export const flag = (title: string) => z.boolean().meta({ title });
export const phone = (title = '联系电话') =>
  line(40, title)
    .regex(/^[0-9+\-()（）—转\s]{5,40}$/, '电话只能有数字、短横和“转”')
    .meta({ title });

/** One mail address as mail servers take it: no name, no list, no line break. */
export const mailAddress = (title: string) =>
  line(254, title).regex(
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/,
    '邮箱要写成 name@example.gov.cn 的样子',
  );

/** An enumeration with Chinese labels. */
export const oneOf = <T extends Record<string, string>>(labels: T, title: string) =>
  z
    .enum(Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]], `请选择${title}`)
    .meta({ title, labels });

export const instant = z.iso.datetime();
