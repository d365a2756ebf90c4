import { readFileSync } from 'node:fs';
import type { LetterModel } from '../model/model';
import { projectPath } from '../project-root';
import { CLASS_NAMES as PRINTED_NAMES, escape } from '../render/html';
import { redline, type Redline, type RedlineBlock, type RedlineRow, type RedlineRun } from './redline';
import { type Revision, spokenTime } from './revision';

const CLASS_NAMES: Readonly<Record<RedlineBlock['kind'], string>> = {
  ...PRINTED_NAMES,
  title: 'title',
  heading: 'heading',
  attachmentMark: 'side',
  attachmentNote: 'paragraph',
  attachmentTitle: 'title',
  table: 'table',
};

type Stamp = (tag: 'ins' | 'del', html: string) => string;

/** Each change names who made it and when. */
const stamper =
  ({ author, at }: Revision): Stamp =>
  (tag, html) =>
    `<${tag} datetime="${escape(at)}" title="${escape(`${author} ${spokenTime(at)} ${tag === 'ins' ? '新增' : '删去'}`)}">${html}</${tag}>`;

function run({ text, change, bold }: RedlineRun, stamp: Stamp): string {
  const words = bold ? `<strong>${escape(text)}</strong>` : escape(text);
  return change === 'same' ? words : stamp(change === 'added' ? 'ins' : 'del', words);
}

const runs = (list: readonly RedlineRun[], stamp: Stamp): string =>
  list.map((each) => run(each, stamp)).join('');

function row({ header, cells, change }: RedlineRow, stamp: Stamp): string {
  const tag = header ? 'th' : 'td';
  return `<tr class="redline__row--${change}">${cells.map((cell) => `<${tag}>${runs(cell, stamp)}</${tag}>`).join('')}</tr>`;
}

const tagOf = ({ kind, level }: RedlineBlock): string => {
  if (kind === 'title') return 'h1';
  if (kind === 'attachmentTitle') return 'h2';
  return kind === 'heading' ? `h${(level ?? 1) + 1}` : 'p';
};

const movedNote = ({ moved, change }: RedlineBlock): string =>
  moved === undefined
    ? ''
    : `<span class="redline__moved">（移动${moved}：${change === 'removed' ? '移往别处' : '由别处移来'}）</span>`;

function element(block: RedlineBlock, stamp: Stamp): string {
  const name = CLASS_NAMES[block.kind] + (block.kind === 'heading' ? `-${block.level ?? 1}` : '');
  const classes = `letter__${name}${block.change === 'same' ? '' : ` redline__block--${block.change}`}`;
  if (block.rows)
    return `<table class="${classes}"><tbody>${block.rows.map((each) => row(each, stamp)).join('')}</tbody></table>`;
  const tag = tagOf(block);
  return `<${tag} class="${classes}">${runs(block.runs, stamp)}${movedNote(block)}</${tag}>`;
}

function legend({ author, at, counts, blocks }: Redline, stamp: Stamp): string {
  const moves = new Set(blocks.flatMap(({ moved }) => (moved === undefined ? [] : [moved]))).size;
  const sum =
    counts.added + counts.removed === 0
      ? '两稿文字相同。'
      : `新增 ${counts.added} 字，删去 ${counts.removed} 字${moves > 0 ? `，移动 ${moves} 段` : ''}。`;
  return `<header class="redline__legend">
<p>花脸稿　修改人：${escape(author)}　修改时间：<time datetime="${escape(at)}">${escape(spokenTime(at))}</time></p>
<p>图例：${stamp('ins', '新增的文字')}　${stamp('del', '删去的文字')}　${sum}</p>
</header>`;
}

let style: string | undefined;

/** Two versions of a letter as one page with what came and went: semantic, its style inside, no script. */
export function redlineHtml(before: LetterModel, after: LetterModel, revision: Revision): string {
  const compared = redline(before, after, revision);
  const stamp = stamper(compared);
  style ??= ['letter.css', 'redline.css']
    .map((file) => readFileSync(projectPath('templates/layout', file), 'utf8'))
    .join('');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(`花脸稿：${compared.title ?? '复函'}`)}</title>
<style>
${style}</style>
</head>
<body>
<article class="letter redline">
${legend(compared, stamp)}
${compared.blocks.map((block) => element(block, stamp)).join('\n')}
</article>
</body>
</html>
`;
}
