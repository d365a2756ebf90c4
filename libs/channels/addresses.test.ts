import { mailAddressOf, masked, mobileOf } from './addresses';

describe('a mail address', () => {
  it.each(['a@example.cn', 'li.qing+gov@mail.zs.gov.cn', "o'neil@example.com"])(
    'should be taken: %s',
    (text) => {
      expect(mailAddressOf(text)).toBe(text);
    },
  );
  it.each([
    null,
    '',
    'liqing',
    'a@b',
    '李青@example.cn',
    'a b@example.cn',
    'a@example.cn,b@example.cn',
    '李青 <a@example.cn>',
    'a@example.cn\r\nBcc: b@example.cn',
    'a@-example.cn',
    'a@example..cn',
    `${'a'.repeat(65)}@example.cn`,
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.example.cn`,
  ])('should not be taken: %j', (text) => {
    expect(mailAddressOf(text)).toBeNull();
  });
});

describe('a mobile number', () => {
  it.each([
    ['13800000001', '13800000001'],
    ['138 0000 0001', '13800000001'],
    ['+86 138-0000-0001', '13800000001'],
    ['8613800000001', '13800000001'],
  ])('should be read from %s', (text, number) => {
    expect(mobileOf(text)).toBe(number);
  });
  it.each([null, '', '0760-88880001', '12800000001', '1380000000', '138000000012', '138 0000 0001转8'])(
    'should not be seen in %j',
    (text) => {
      expect(mobileOf(text)).toBeNull();
    },
  );
});

describe('an address shown to an administrator', () => {
  it.each([
    ['liqing@example.cn', 'li…@example.cn'],
    ['a@example.cn', 'a…@example.cn'],
    ['13812345678', '138****5678'],
  ])('should not give all of %s away', (address, shown) => {
    expect(masked(address)).toBe(shown);
  });
});
