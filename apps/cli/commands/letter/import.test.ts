import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letterModelSchema } from '@fuhan/letter-engine';
import { handMadeDocx, par } from '../../../../test/fixtures/letters/hand-made-docx';
import { twinText } from '../../../../test/fixtures/letters/letters';
import { importAction } from './import';
import { readLetter } from './letter-file';

const folder = mkdtempSync(join(tmpdir(), 'fuhan-import-'));
const fileOf = (name: string, content: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

async function printed(file: string): Promise<Record<string, unknown>> {
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    await importAction.run([file]);
    return JSON.parse(String(log.mock.calls[0]?.[0])) as Record<string, unknown>;
  } finally {
    log.mockRestore();
  }
}
const codeOf = async (file: string): Promise<string> => {
  try {
    await readLetter(file);
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'read';
};

describe('letter import', () => {
  it('should print a model that the schema accepts', async () => {
    const json = await printed(fileOf('twin.txt', twinText('000')));
    expect(letterModelSchema.safeParse(json).success).toBe(true);
  });

  it('should print where each field stood beside it', async () => {
    const { sources } = await printed(fileOf('twin.txt', twinText('002')));
    expect(sources).toMatchObject({ class: { line: 3, confidence: 0.9, excerpt: '(A类)' } });
  });

  it('should read a Word file whatever its name says', async () => {
    const word = handMadeDocx(
      par('甲乙委员：') + par('您提出的《关于丙的提案》收悉。现答复如下：') + par('办结。'),
    );
    expect(await printed(fileOf('word.txt', word))).toMatchObject({ addressees: ['甲乙委员'] });
  });

  it('should take its own output for a letter again', async () => {
    const model = await readLetter(fileOf('a.txt', twinText('002')));
    const json = JSON.stringify(await printed(fileOf('a.txt', twinText('002'))));
    expect(await readLetter(fileOf('a.json', json))).toEqual(model);
  });

  it.each([
    ['a.xlsx', 'x', 'letter.file-kind'],
    ['old.doc', Buffer.from('d0cf11e0', 'hex'), 'letter.old-word'],
    ['none.txt', '', 'letter.empty'],
  ])('should refuse %s by its code', async (name, content, code) => {
    expect(await codeOf(fileOf(name, content))).toBe(code);
  });

  it('should refuse a file that is not there', async () => {
    expect(await codeOf(join(folder, 'nothing.txt'))).toBe('letter.file-unreadable');
  });
});
