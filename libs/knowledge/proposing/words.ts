const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Verbs and measures of every official text: they say nothing of what it is about. */
const FILLER = new Set(
  `加强 加快 加大 推动 推进 促进 鼓励 支持 打造 实施 制定 聚焦 完善 建立 健全 建设 提升 提高 积极 进一步 开展 落实 做好 强化 深化 深入 探索 构建
  引导 组织 通过 工作 建议 关于 我市 全市 我们 对于 以及 相关 有关 方面 发展 质量 力度 机制 措施 问题 进行 使用 提供 其它 其他`.split(
    /\s+/,
  ),
);

const pairs = (run: string): string[] =>
  Array.from({ length: Math.max(run.length - 1, 0) }, (_, i) => run.slice(i, i + 2));

/**
 * The words of a Chinese text that say what it is about, as often as they stand there. A run the dictionary knows only by single
 * characters (招|商|引|资) is taken by its pairs, so that it is found again however it is cut.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let run = '';
  const settle = (): void => {
    words.push(...pairs(run));
    run = '';
  };
  for (const { segment, isWordLike } of segmenter.segment(text.toLowerCase())) {
    if (isWordLike && segment.length === 1 && /\p{Script=Han}/u.test(segment)) {
      run += segment;
      continue;
    }
    settle();
    if (isWordLike && segment.length > 1) words.push(segment);
  }
  settle();
  return words.filter((word) => !FILLER.has(word) && !/^\d+$/.test(word));
}
