import { FuhanError } from '@fuhan/kernel';
import { lettersIn } from './letter-files';
import { GBK_REPLY, gbkNamedZip, locked, packed } from './testing/earlier-letters';

const bytes = Buffer.from('信');
const pathsOf = (zip: Uint8Array, path = '包.zip'): string[] => lettersIn(path, zip).map((file) => file.path);
const codeOf = (zip: Uint8Array, nth = 0): string => {
  try {
    lettersIn('包.zip', zip)[nth]?.read();
    return 'read';
  } catch (error) {
    if (error instanceof FuhanError) return error.code;
    throw error;
  }
};

describe('the files of a package', () => {
  it('should be its entries with their folders, and nothing a system left there', () => {
    const zip = packed({
      ...{ '2023年/甲.txt': 'a', '__MACOSX/._甲.txt': 'a', '2023年/.DS_Store': 'a', '2023年/~$乙.docx': 'a' },
      ...{ '2023年/乙.docx': 'a', 'Thumbs.db': 'a' },
    });
    expect(pathsOf(zip)).toEqual(['2023年/甲.txt', '2023年/乙.docx']);
  });

  it('should be named as older Chinese programs write names', () => {
    expect(pathsOf(gbkNamedZip(GBK_REPLY, bytes))).toEqual(['答复.txt']);
  });

  it('should be the file itself where it is none: a text, a Word file', () => {
    expect(pathsOf(bytes, '甲.txt')).toEqual(['甲.txt']);
    expect(pathsOf(packed({ '[Content_Types].xml': '', 'word/document.xml': '' }), '乙.docx')).toEqual([
      '乙.docx',
    ]);
  });

  it.each([
    ['a way out of it', packed({ '../../etc/甲.txt': 'a' }), 'letters.unsafe-name'],
    ['a drive', packed({ 'C:\\甲.txt': 'a' }), 'letters.unsafe-name'],
    ['a way from the root', packed({ '/甲.txt': 'a' }), 'letters.unsafe-name'],
    ['a lock', locked(packed({ '甲.txt': 'a' })), 'letters.zip-encrypted'],
    ['60 MB in a few bytes', packed({ '甲.txt': new Uint8Array(60 * 2 ** 20) }), 'letters.zip-too-large'],
    ['nothing in it', packed({ '.DS_Store': 'a' }), 'letters.no-files'],
    ['its end cut off', packed({ '甲.txt': 'a' }).subarray(0, 40), 'letters.zip-broken'],
  ])('should say by a code what is wrong with one that has %s', (_what, zip, code) => {
    expect(codeOf(zip)).toBe(code);
  });

  it('should come though another one is locked', () => {
    expect(codeOf(locked(packed({ '甲.txt': 'a', '乙.txt': 'b' })), 1)).toBe('read');
  });
});
