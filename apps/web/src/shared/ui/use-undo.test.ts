import { takeBack } from './use-undo';

const undo = (href: string) => ({ label: '撤回签收', href });

describe('taking steps back', () => {
  it('should begin with the last', async () => {
    const done: string[] = [];
    await takeBack([undo('/a'), undo('/b')], async (href) => void done.push(href));
    expect(done).toEqual(['/b', '/a']);
  });
  it('should go on past one that cannot be taken back, and say why', async () => {
    const post = async (href: string): Promise<void> => {
      if (href === '/b') throw new Error('断线');
    };
    expect(await takeBack([undo('/a'), undo('/b')], post)).toEqual({ back: 1, problem: expect.any(String) });
  });
});
