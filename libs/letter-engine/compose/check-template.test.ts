import { readFileSync } from 'node:fs';
import { letterKinds } from '../model/model';
import { projectPath } from '../project-root';
import { wordingFault } from './check-template';
import { pieceFile, piecesOf } from './pieces';

describe('reading a template without a letter', () => {
  it.each([
    ['a name no letter has', '甲\n{{proposal.numbr}}', 2, '没有名为“numbr”的字段'],
    ['such a name inside a helper', '{{list coHandlrs}}', 1, '没有名为“coHandlrs”的字段'],
    ['such a name in a condition', '甲\n\n{{#if contcts}}乙{{/if}}', 3, '没有名为“contcts”的字段'],
    ['a helper nobody has', '{{upper issuer.name}}', 1, '没有名为“upper”的写法'],
    ['a bracket left open', '{{pronoun', 1, '写法不完整'],
    ['a block left open', '{{#each contacts}}甲', 1, '写法不完整'],
    ['a block closed by another', '{{#if contacts}}甲{{/each}}', 1, '没有正确结束'],
    ['another piece', '甲\n{{> title}}', 2, '没有名为“title”的片段'],
    ['the prototype of an object', '{{issuer.constructor}}', 1, '没有名为“constructor”的字段'],
  ])('should find %s', (_, template, line, detail) => {
    expect(wordingFault(template)).toEqual({ line, detail: expect.stringContaining(detail) as string });
  });

  it.each([
    '只有文字。',
    '{{#each contacts as |contact|}}{{contact.name}}{{@index}}{{/each}}',
    '{{#*inline "a"}}甲{{/inline}}{{> a}}',
    '{{list fixedRecipients copies=true}}',
    '{{#each proposers}}{{@root.issuer.name}}{{../date}}{{this.name}}{{/each}}',
    '{{words.document}}{{caseName}}{{caseNumber}}{{pronoun}}',
    '{{by limits.reply}}{{longDate original.date}}',
  ])('should find nothing in %s', (template) => {
    expect(wordingFault(template)).toBeNull();
  });

  const shipped = [...new Set(letterKinds.flatMap((kind) => piecesOf(kind).map((p) => pieceFile(kind, p))))];
  it.each(shipped)('should find nothing in what the product ships: %s', (file) => {
    const source = readFileSync(projectPath('templates/letters/partials', `${file}.hbs`), 'utf8');
    expect(wordingFault(source)).toBeNull();
  });
});
