import fs from 'node:fs';
import path from 'node:path';

const BLOCK = 512;

/** Unpacks the files, folders and symbolic links of a tar archive held in memory (ustar and GNU long names) below `target`. */
export function unpackTar(archive, target) {
  let longName = '';
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const size = octal(header, 124, 12);
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    const type = String.fromCharCode(header[156] || 48);
    if (type === 'L') {
      longName = text(content, 0, content.length);
      continue;
    }
    const prefix = text(header, 345, 155);
    const name = longName || (prefix ? `${prefix}/${text(header, 0, 100)}` : text(header, 0, 100));
    longName = '';
    write(path.join(target, inside(name)), type, content, octal(header, 100, 8), text(header, 157, 100));
  }
}

function write(file, type, content, mode, link) {
  if (type === '5') return fs.mkdirSync(file, { recursive: true });
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (type === '0') fs.writeFileSync(file, content, { mode: mode & 0o777 });
  if (type === '2') {
    fs.rmSync(file, { force: true });
    fs.symlinkSync(inside(link), file);
  }
  return undefined;
}

/** A name that leads out of the target is none of ours. */
function inside(name) {
  if (path.isAbsolute(name) || name.split('/').includes('..')) throw new Error(`tar: ${name} leads outside`);
  return name;
}

const text = (buffer, from, length) => {
  const end = buffer.indexOf(0, from);
  return buffer.toString('utf8', from, end < 0 || end > from + length ? from + length : end);
};

const octal = (buffer, from, length) => parseInt(text(buffer, from, length).trim() || '0', 8);
