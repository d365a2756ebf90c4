import { classLetter, isLabelAlone, labelledLine, splitLabels } from './labels';

describe('labels of a line', () => {
  const kinds = (line: string) => labelledLine(line)?.map(({ kind, value }) => [kind, value]);

  it.each([
    ['签发人：马某', [['signedBy', '马某']]],
    ['类 别:B', [['class', 'B']]],
    ['承 办 人：甲乙', [['person', '甲乙']]],
    ['承办人及联系电话:甲乙 0730-6220000', [['person', '甲乙 0730-6220000']]],
    ['联系人（电话）：甲乙', [['person', '甲乙']]],
    ['联系单位、电话：某局 5550100', [['unit', '某局 5550100']]],
    ['经办人联系电话：5550100', [['person', '5550100']]],
    ['抄 送：市政协提案委', [['copyTo', '市政协提案委']]],
    ['信息公开形式：主动公开', [['publication', '主动公开']]],
    ['领导署名：江枫', [['signedBy', '江枫']]],
    ['提案编号：2024095', [['proposalNumber', '2024095']]],
    ['案由：关于甲的提案', [['proposalTitle', '关于甲的提案']]],
    [
      '办理类别：A    签发人：甲乙',
      [
        ['class', 'A'],
        ['signedBy', '甲乙'],
      ],
    ],
    [
      '（联系人：甲乙；电话：5550100',
      [
        ['person', '甲乙'],
        ['phone', '5550100'],
      ],
    ],
  ])('should be told apart in %s', (line, expected) => {
    expect(kinds(line)).toEqual(expected);
  });

  it.each(['本市实行的类型：三种', '正文没有标签', '关于签发人', `${'长'.repeat(400)}联系人：甲`])(
    'should not be seen in running text: %s',
    (line) => {
      expect(labelledLine(line)).toBeNull();
    },
  );

  it('should leave what stands before them', () => {
    expect(splitLabels('某市教育局  联系电话：5550100').lead).toBe('某市教育局');
  });

  it('should keep a piece as printed', () => {
    expect(labelledLine('核 稿： 谢玄')?.[0]?.printed).toBe('核 稿： 谢玄');
  });
});

describe('a label alone on its line', () => {
  it.each(['公开方式', '签发人：', '联系人：', '抄送：'])(
    'should take the next line for its value: %s',
    (line) => {
      expect(isLabelAlone(line)).toBe(true);
    },
  );

  it.each(['联系人', '审核', '签发人：马某', '一、概况', '备注：'])('should not be seen in %s', (line) => {
    expect(isLabelAlone(line)).toBe(false);
  });
});

describe('the letter of a class', () => {
  it.each([
    ['A', 'A'],
    ['（B类）', 'B'],
    ['Ｃ类', 'C'],
    ['b', 'B'],
    ['A类件', 'A'],
    ['A类（已解决）', 'A'],
    ['“D”', 'D'],
    ['A1', 'A'],
  ])('should be read from %s', (value, letter) => {
    expect(classLetter(value)).toBe(letter);
  });

  it.each(['E', '留作参考', 'AB', '科教文卫', ''])('should not be read from %j', (value) => {
    expect(classLetter(value)).toBeNull();
  });
});
