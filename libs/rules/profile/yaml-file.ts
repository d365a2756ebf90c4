import { FuhanError } from '@fuhan/kernel';
import { isNode, isPair, LineCounter, parseDocument, isMap, type Document } from 'yaml';
import type { z } from 'zod';

type Path = readonly PropertyKey[];

/** A checked YAML file that still knows on which line each of its values stands. */
export interface YamlFile<T> {
  readonly value: T;
  /** Refuses the value at `path` with a Chinese reason; the error names file and line. */
  refuse(path: Path, detail: string): never;
}

const invalid = (file: string, line: number, detail: string): FuhanError =>
  new FuhanError('profile.invalid', { file, line, detail });

/** Parses and checks one file of a profile. */
export function readYaml<S extends z.ZodType>(file: string, text: string, schema: S): YamlFile<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const line = lines.linePos(broken.pos[0]).line;
    throw invalid(
      file,
      line,
      broken.code === 'DUPLICATE_KEY' ? '同一个键写了两次' : 'YAML 写法有误，请核对缩进、冒号和引号',
    );
  }
  const refuse = (path: Path, detail: string): never => {
    throw invalid(file, lines.linePos(offsetOf(document, path)).line, detail);
  };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, refuse };
  const { issues } = parsed.error;
  // A misspelt key is also a missing one; the misspelling is what the reader can find.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue === undefined) return refuse([], '内容有误');
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return refuse([...issue.path, ...unknown], describe(issue, document));
}

/** Where the value at `path` begins, or the nearest thing around it that exists. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const name = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && String(item.key) === String(name));
      if (isNode(pair?.key)) return pair.key.range?.[0] ?? 0;
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node.range?.[0] ?? 0;
  }
  return 0;
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表',
  object: '一组键值',
  record: '一组键值',
};

function describe(issue: z.core.$ZodIssue, document: Document): string {
  const name = issue.path.map(String).join('.');
  const field = name === '' ? '文件' : `“${name}”`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `不认识“${issue.keys.join('、')}”，请核对拼写或删去`;
    case 'invalid_type':
      if (issue.path.length > 0 && !document.hasIn(issue.path)) return `缺少${field}`;
      return `${field}应是${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      if (issue.path.length > 0 && !document.hasIn(issue.path)) return `缺少${field}`;
      return `${field}只能是 ${issue.values.map(String).join('、')} 之一`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `${field}不能为空`
        : `${field}不能小于 ${String(issue.minimum)}`;
    case 'custom':
    case 'invalid_format':
      return `${field}：${issue.message}`;
    case 'too_big':
    case 'not_multiple_of':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
      return `${field}的写法不对`;
  }
}
