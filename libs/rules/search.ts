/** What full text is searched in. */
export const searchKinds = {
  proposal: '提案',
  opinion: '会办意见',
  draft: '答复稿',
  letter: '答复函',
  earlier: '往年答复函',
  policy: '政策文件',
} as const;
