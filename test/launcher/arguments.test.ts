import { ToyClone } from './toy-clone';

let clone: ToyClone;
beforeAll(() => {
  clone = new ToyClone().withSources();
});
afterAll(() => clone.remove());

describe('what follows a command by mistake', () => {
  const slips: readonly (readonly [string, readonly string[], string])[] = [
    [
      'start',
      ['--role', 'worker'],
      '不认识“--role”：npm start -- 后面只能写 --roles api、--roles worker 或 --roles api,worker。',
    ],
    [
      'start',
      ['worker'],
      '不认识“worker”：npm start -- 后面只能写 --roles api、--roles worker 或 --roles api,worker。',
    ],
    [
      'start',
      ['--roles', 'api', 'worker'],
      '不认识“worker”：npm start -- 后面只能写 --roles api、--roles worker 或 --roles api,worker。',
    ],
    [
      'start',
      ['--roles=api', '--port=80'],
      '不认识“--port=80”：npm start -- 后面只能写 --roles api、--roles worker 或 --roles api,worker。',
    ],
    ['build', ['--froce'], '不认识“--froce”：npm run build -- 后面只能写 --force（全部重新编译）。'],
    ['build', ['--force', 'web'], '不认识“web”：npm run build -- 后面只能写 --force（全部重新编译）。'],
    ['bench', ['--letters'], '不认识“--letters”：npm run bench -- 后面只能写要跑的文件名。'],
    ['faults', ['--quick'], '不认识“--quick”：npm run faults 后面不用再写别的。'],
    ['pictures', ['letter'], '不认识“letter”：npm run docs:pictures 后面不用再写别的。'],
  ];

  it.each(slips)('should end %s with 1 and one Chinese line: %j', async (program, args, sentence) => {
    expect(await clone.run(program, args)).toEqual({ status: 1, out: '', errors: sentence, sentence });
  });

  it('should be told before anything is installed or compiled', async () => {
    await clone.run('start', ['--role', 'worker']);
    expect(clone.calls()).toEqual([]);
  });
});
