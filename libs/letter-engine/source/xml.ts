import { SaxesParser } from 'saxes';

export interface XmlReader {
  /** `name` without its prefix; `attribute` looks one up without its prefix. */
  open?(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** No part of a letter is nested deeper. */
const DEEPEST = 200;

export class XmlError extends Error {}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML from front to back. A document type (and with it any entity of its own) is refused, as is broken XML: XmlError. */
export function parseXml(xml: string, reader: XmlReader): void {
  const parser = new SaxesParser();
  let depth = 0;
  const fail = (): never => {
    throw new XmlError();
  };
  parser.on('doctype', fail);
  parser.on('error', fail);
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST) fail();
    reader.open?.(local(tag.name), (wanted) => {
      const key = Object.keys(tag.attributes).find((name) => local(name) === wanted);
      return key === undefined ? undefined : tag.attributes[key];
    });
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    reader.close?.(local(tag.name));
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.write(xml).close();
}
