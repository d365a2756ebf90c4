import { strToU8, zipSync } from 'fflate';
import { mimeOf } from './file-type';

const zip = (files: Record<string, string>, level: 0 | 6 = 6): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
      level,
    }),
  );
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TEXT = 'text/plain; charset=utf-8';

describe('the kind of a file', () => {
  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]), 'image/jpeg'],
    ['an old Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'application/msword'],
    ['a Word file', zip({ '[Content_Types].xml': '', 'word/document.xml': '<w/>' }), DOCX],
    ['a table', zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '<x/>' }), XLSX],
    ['Chinese text', Buffer.from('关于修桥的建议\n'), TEXT],
    [
      'a list saved by an older program',
      Buffer.from([0xb9, 0xd8, 0xd3, 0xda]),
      'text/plain; charset=gb18030',
    ],
    [
      'a list of two bytes a character',
      Buffer.from('\ufeff提案号\t案由', 'utf16le'),
      'text/plain; charset=utf-16le',
    ],
    ['text with a byte order mark', Buffer.from('\ufeff一、建议'), TEXT],
  ])('should be told by the bytes of %s', (_, bytes, mime) => {
    expect(mimeOf(bytes)).toBe(mime);
  });

  it.each([
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])],
    ['bytes that are text in no encoding', Buffer.from([0xb9, 0xd8, 0xd3, 0xda, 0xff])],
    ['a program that begins like text', Buffer.from([0xb9, 0xd8, 0x01, 0x02])],
    ['text with a zero byte', Buffer.from('建议\u0000')],
    ['half a PNG mark', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ['a zip of anything', zip({ 'a.exe': 'MZ' })],
    ['the mark of a zip and nothing more', Buffer.from([0x50, 0x4b, 0x03, 0x04])],
    ['a zip that was cut off', zip({ 'word/document.xml': 'x'.repeat(400) }, 0).subarray(0, 200)],
  ])('should not be taken: %s', (_, bytes) => {
    expect(mimeOf(bytes)).toBeNull();
  });

  it('should not be Word when only the words of an entry say so', () => {
    expect(mimeOf(zip({ 'note.txt': 'word/document.xml' }, 0))).toBeNull();
  });

  it('should not be Word when the entry lies in another folder', () => {
    expect(mimeOf(zip({ 'evil/word/document.xml': '' }))).toBeNull();
  });

  it('should not be Word when only the comment of the zip says so', () => {
    const bytes = zip({ 'a.txt': 'a' });
    const comment = Buffer.from('word/document.xml');
    bytes.writeUInt16LE(comment.length, bytes.length - 2);
    expect(mimeOf(Buffer.concat([bytes, comment]))).toBeNull();
  });

  it('should still be Word when the zip has a comment', () => {
    const bytes = zip({ 'word/document.xml': '' });
    const comment = Buffer.from('made by WPS');
    bytes.writeUInt16LE(comment.length, bytes.length - 2);
    expect(mimeOf(Buffer.concat([bytes, comment]))).toBe(DOCX);
  });

  it.each([
    ['lies beyond the file', 0x7fffffff],
    ['is the end itself', 0xffffffff],
  ])('should end when the place of the list of entries %s', (_, offset) => {
    const bytes = zip({ 'word/document.xml': '' });
    bytes.writeUInt32LE(offset, bytes.length - 6);
    expect(mimeOf(bytes)).toBeNull();
  });

  it('should be nothing we take when a zip of 30 MB is nothing but marks', () => {
    const marks = Buffer.concat([
      Buffer.from([0x50, 0x4b, 3, 4]),
      Buffer.alloc(30 * 2 ** 20, 'PK\u0005\u0006'),
    ]);
    expect(mimeOf(marks)).toBeNull();
  });

  it('should be told by the content when a web page pretends to be a picture', () => {
    expect(mimeOf(Buffer.from('<html><script>alert(1)</script></html>'))).toBe(TEXT);
  });
});
