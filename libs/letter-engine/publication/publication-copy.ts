import { FuhanError } from '@fuhan/kernel';
import type { LetterBlock, LetterModel, LetterSection } from '../model/model';
import { applied, type Hidden, type MaskKind, masksIn, moved } from './mask-text';

export interface PublicationChoice {
  /** Whether the proposers let their names be published. */
  readonly consent: 'yes' | 'no';
}
/** For the reviewer: where something was masked, what kind, how many characters it had. Never the words themselves. */
export interface Masked {
  readonly path: string;
  readonly kind: MaskKind;
  readonly length: number;
}
export interface PublicationCopy {
  readonly model: LetterModel;
  readonly masked: readonly Masked[];
}

const CLOSED = /依申请|不予|不同意|不宜|不公开/;
const PERSON = /^[\p{Script=Han}·]{2,8}$/u;
const UNIT =
  /(?:会|局|委|组|界|院|厅|部|办|社|所|校|学|公司|中心|政府|民革|民盟|民建|民进|农工党|致公党|工商联)$/u;
/** The people among the addressees; "甲、乙委员" are two, "民进某市委会" is none. */
function proposersOf({ addressees }: LetterModel): string[] {
  return addressees
    .filter((text) => /(?:委员|代表|同志|先生|女士)$/u.test(text))
    .flatMap((text) =>
      text
        .replace(/(?:等[\d一二三四五六七八九十]*[名位]?)?(?:政协)?(?:委员|代表|同志|先生|女士)$/u, '')
        .split('、'),
    )
    .map((name) =>
      name
        .replace(/^尊敬的/u, '')
        .replace(/(?:委员|代表)$/u, '')
        .replace(/\s+/gu, ''),
    )
    .filter((name) => PERSON.test(name) && !UNIT.test(name));
}

function hiddenOf(model: LetterModel, consent: PublicationChoice['consent']): Hidden {
  const units = [
    model.issuer ?? '',
    ...model.signature,
    ...model.coHandlers,
    ...model.addressees.filter((name) => UNIT.test(name)),
  ];
  return {
    contacts: [...new Set(model.contacts.map(({ name }) => name))].filter(
      (name) => PERSON.test(name) && !UNIT.test(name),
    ),
    proposers: consent === 'yes' ? [] : proposersOf(model),
    proposer: model.addressees.some((text) => text.endsWith('代表')) ? '某代表' : '某委员',
    units,
  };
}

/** Puts masks on texts and keeps the list of them. */
class Masker {
  readonly masked: Masked[] = [];

  constructor(private readonly hidden: Hidden) {}

  private find(text: string, path: string): ReturnType<typeof masksIn> {
    const masks = masksIn(text, this.hidden);
    this.masked.push(...masks.map(({ kind, start, end }) => ({ path, kind, length: end - start })));
    return masks;
  }

  text<T extends string | null>(text: T, path: string): T | string {
    return text === null ? text : applied(text, this.find(text, path));
  }

  block(block: LetterBlock, path: string): LetterBlock {
    if (block.type === 'heading') return { ...block, text: this.text(block.text, `${path}.text`) };
    if (block.type === 'paragraph') {
      const masks = this.find(block.text, `${path}.text`);
      const bold = block.bold?.map(([from, to]): [number, number] => [moved(from, masks), moved(to, masks)]);
      return { ...block, text: applied(block.text, masks), ...(bold ? { bold } : {}) };
    }
    const row = (cells: readonly string[], at: string): string[] =>
      cells.map((cell, i) => this.text(cell, `${at}[${i}]`));
    return {
      ...block,
      header: row(block.header, `${path}.header`),
      rows: block.rows.map((cells, i) => row(cells, `${path}.rows[${i}]`)),
    };
  }

  blocks = (blocks: readonly LetterBlock[], path: string): LetterBlock[] =>
    blocks.map((block, i) => this.block(block, `${path}.blocks[${i}]`));

  section = (section: LetterSection, i: number): LetterSection => ({
    ...section,
    heading: this.text(section.heading, `sections[${i}].heading`),
    suggestion: this.text(section.suggestion, `sections[${i}].suggestion`),
    verdict: this.text(section.verdict, `sections[${i}].verdict`),
    blocks: this.blocks(section.blocks, `sections[${i}]`),
  });

  list = (texts: readonly string[], path: string): string[] =>
    texts.map((text, i) => this.text(text, `${path}[${i}]`));

  gone(text: string, path: string, kind: MaskKind): void {
    this.masked.push({ path, kind, length: text.length });
  }
}

function assertPublic({ publication }: LetterModel): void {
  const said = publication?.trim() ?? '';
  if (said === '' || CLOSED.test(said))
    throw new FuhanError('letter.not-public', { publication: said || '未注明' });
}

/**
 * The copy for the public site, made from the same model as the letter: telephones, identity numbers, e-mail and home
 * addresses masked, contacts left out, proposers named only with their consent. Throws `letter.not-public`.
 */
export function publicationCopy(model: LetterModel, { consent }: PublicationChoice): PublicationCopy {
  assertPublic(model);
  const masker = new Masker(hiddenOf(model, consent));
  if (model.annotation !== null) masker.gone(model.annotation, 'annotation', 'contact');
  model.contacts.forEach(({ name, phone }, i) =>
    masker.gone(name + (phone ?? ''), `contacts[${i}]`, 'contact'),
  );
  model.unparsed.forEach((line, i) => masker.gone(line, `unparsed[${i}]`, 'unparsed'));
  const copy: LetterModel = {
    ...model,
    title: masker.text(model.title, 'title'),
    addressees: [...new Set(masker.list(model.addressees, 'addressees'))],
    proposal: { ...model.proposal, title: masker.text(model.proposal.title, 'proposal.title') },
    opening: masker.list(model.opening, 'opening'),
    sections: model.sections.map(masker.section),
    closing: masker.text(model.closing, 'closing'),
    copyTo: masker.list(model.copyTo, 'copyTo'),
    attachments: model.attachments.map(({ title, blocks }, i) => ({
      title: masker.text(title, `attachments[${i}].title`),
      blocks: masker.blocks(blocks, `attachments[${i}]`),
    })),
    annotation: null,
    contacts: [],
    unparsed: [],
  };
  return { model: copy, masked: masker.masked };
}
