import type { Response } from 'express';
import { sendBlob } from './files.controller';

/** The headers under which stored bytes are sent. */
function sent(fileName: string, mime: string, inline?: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => (headers[name] = value),
    end: (bytes: Buffer) => (headers['body'] = bytes.toString()),
  };
  sendBlob(response as unknown as Response, { fileName, mime }, Buffer.from('内容'), inline);
  return headers;
}

describe('a stored file that is sent', () => {
  it('should be the bytes', () => {
    expect(sent('a.txt', 'text/plain')['body']).toBe('内容');
  });

  it('should be a download when nothing else is said', () => {
    expect(sent('a.pdf', 'application/pdf')['Content-Disposition']).toMatch(/^attachment;/);
  });

  it('should open in the page when that is said', () => {
    expect(sent('a.pdf', 'application/pdf', true)['Content-Disposition']).toMatch(/^inline;/);
  });

  it.each(['复函（第1号）.pdf', 'a"b.pdf', 'a\r\nSet-Cookie: x=1.pdf', "it's.pdf", 'a;b.pdf', '💡.pdf'])(
    'should have a name that cannot end its header: %j',
    (name) => {
      expect(sent(name, 'application/pdf')['Content-Disposition']).toMatch(
        /^attachment; filename\*=UTF-8''[\x21-\x7e]+$/,
      );
    },
  );

  it('should come back with the name it had', () => {
    const header = sent('复函 “第1号”.pdf', 'application/pdf')['Content-Disposition'] ?? '';
    expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe('复函 “第1号”.pdf');
  });

  it('should never be guessed at', () => {
    expect(sent('a.txt', 'text/plain')['X-Content-Type-Options']).toBe('nosniff');
  });

  it('should stay in no shared memory', () => {
    expect(sent('a.txt', 'text/plain')['Cache-Control']).toBe('private, no-store');
  });

  it('should have no right to run when it is a web page', () => {
    expect(sent('a.html', 'text/html; charset=utf-8', true)['Content-Security-Policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    );
  });

  it('should not be in a sandbox when it is a PDF, which browsers then refuse to show', () => {
    expect(sent('a.pdf', 'application/pdf', true)['Content-Security-Policy']).toBeUndefined();
  });
});
