// Looks into a PDF's objects without pdf.js, for two things pdf.js does not tell: which fonts bring a ToUnicode table, and
// whether the streams unpack to far more than any letter holds.
import { inflateSync } from 'node:zlib';

/** Streams of one file may unpack to this much together; pictures, which are never unpacked, are not counted. */
export const MOST_UNPACKED = 96 * 2 ** 20;

const OBJECT = /(?:^|[\r\n\s])(\d{1,10})\s+\d{1,5}\s+obj\b/g;
const HEAD = 4096;

function unpack(bytes, dictionary, room) {
  const layers = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
  let data = bytes;
  for (let i = 0; i < Math.min(layers, 3); i++) {
    try {
      data = inflateSync(data, { maxOutputLength: room, finishFlush: 2 });
    } catch (error) {
      if (error?.code === 'ERR_BUFFER_TOO_LARGE') throw new Error('too-much');
      return null;
    }
  }
  return data;
}

/** The stream after a dictionary: by its /Length when that is true, else up to `endstream`. */
function streamAt(file, text, from, dictionary) {
  const start = from + (text.startsWith('\r\n', from) ? 2 : 1);
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
  const stated = start + length;
  const end = /^\s*endstream/.test(text.slice(stated, stated + 16))
    ? stated
    : text.indexOf('endstream', start);
  return file.subarray(start, end < 0 ? file.length : end);
}

/** The objects packed into an object stream, number → text. */
function* packed(data, dictionary) {
  const text = data.toString('latin1');
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const index = text.slice(0, first).trim().split(/\s+/).map(Number);
  for (let i = 0; i + 1 < index.length; i += 2)
    yield [index[i], text.slice(first + index[i + 1], first + (index[i + 3] ?? text.length - first))];
}

/** number → the text of its dictionary, of every object of the file; a later object replaces an earlier one. */
function dictionaries(file) {
  const text = file.toString('latin1');
  const objects = new Map();
  let room = MOST_UNPACKED;
  for (const match of text.matchAll(OBJECT)) {
    const from = match.index + match[0].length;
    const head = text.slice(from, from + HEAD);
    const end = head.search(/\bendobj\b/);
    const stream = head.search(/\bstream\r?\n/);
    const hasStream = stream >= 0 && (end < 0 || stream < end);
    const dictionary = hasStream ? head.slice(0, stream) : end < 0 ? head : head.slice(0, end);
    objects.set(Number(match[1]), dictionary);
    if (!hasStream || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const data = unpack(streamAt(file, text, from + stream + 6, dictionary), dictionary, room);
    if (data === null) continue;
    room -= Math.min(data.length, room - 1);
    if (/\/Type\s*\/ObjStm\b/.test(dictionary))
      for (const [number, words] of packed(data, dictionary)) objects.set(number, words);
  }
  return objects;
}

/** A composite font's own name ends in the name of its character map; the font inside it, which pdf.js names, does not. */
const nameOf = (text) =>
  text
    .replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/-(?:Identity|UniGB-\w+|GBK\w*-EUC|GBKp?-EUC|GB-EUC)-[HV]$/, '');

/**
 * Font name as written in the file → has a ToUnicode table (false as soon as one font of the name has none). Empty where the file
 * does not let us see. Throws `too-much` for a file that unpacks beyond reason.
 */
export function fontTables(bytes) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fonts = new Map();
  for (const dictionary of dictionaries(file).values()) {
    if (!/\/Type\s*\/Font\b(?!Descriptor)/.test(dictionary) || /\/Subtype\s*\/CIDFont/.test(dictionary))
      continue;
    const name = /\/BaseFont\s*\/([^\s/<>[\]()]+)/.exec(dictionary)?.[1];
    if (name === undefined) continue;
    const has = /\/ToUnicode\s+\d+\s+\d+\s+R/.test(dictionary);
    fonts.set(nameOf(name), has && fonts.get(nameOf(name)) !== false);
  }
  return fonts;
}
