import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generatedFiles, staleFiles, writeGenerated } from '../../apps/cli/commands/openapi';

const root = resolve(__dirname, '..', '..');

describe('the files generated from the contracts', () => {
  const files = generatedFiles();
  let elsewhere: string;
  beforeEach(async () => {
    elsewhere = await mkdtemp(join(tmpdir(), 'fuhan-openapi-'));
  });
  afterEach(() => rm(elsewhere, { recursive: true, force: true }));

  it('should be committed as the contracts say now', async () => {
    expect(await staleFiles(root, files)).toEqual([]);
  });

  it('should all be stale where none was written', async () => {
    expect(await staleFiles(elsewhere, files)).toEqual(Object.keys(await files));
  });

  it('should not be stale when just written', async () => {
    await writeGenerated(elsewhere, files);
    expect(await staleFiles(elsewhere, files)).toEqual([]);
  });

  it('should name the one file that somebody edited', async () => {
    await writeGenerated(elsewhere, files);
    await writeFile(join(elsewhere, 'docs/openapi.json'), '{}');
    expect(await staleFiles(elsewhere, files)).toEqual(['docs/openapi.json']);
  });

  it('should describe every command with a Chinese summary', async () => {
    const document = JSON.parse((await files)['docs/openapi.json'] ?? '{}') as {
      paths: Record<string, Record<string, { summary: string }>>;
    };
    const summaries = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map((operation) => operation.summary),
    );
    expect(summaries.filter((summary) => !/\p{Script=Han}/u.test(summary))).toEqual([]);
  });
});
