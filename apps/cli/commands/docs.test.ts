import { docsCommand } from './docs';

describe('fuhan docs', () => {
  it('should find the pages in docs/ as fresh as the tables they are made from', async () => {
    expect(await docsCommand.run(['--check'])).toBe(0);
  });

  it('should say what may follow when something else does', async () => {
    await expect((async () => docsCommand.run(['--draw']))()).rejects.toThrow('请写 --write 或 --check。');
  });
});
