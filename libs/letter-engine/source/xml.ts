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

/** What takes XML piece by piece. */
export interface XmlSink {
  write(piece: string): void;
  /** @throws XmlError where the XML is not whole */
  close(): void;
}

/** Reads XML from front to back, in as many pieces as it comes. A document type (and with it any entity of its own) is refused, as is broken XML: XmlError. */
export function xmlSink(reader: XmlReader): XmlSink {
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
  return { write: (piece) => void parser.write(piece), close: () => void parser.close() };
}

/** `xmlSink` for XML that is there as a whole. */
export function parseXml(xml: string, reader: XmlReader): void {
  const sink = xmlSink(reader);
  sink.write(xml);
  sink.close();
}
