import type { LetterFields, LetterWording } from '../compose/fields';
import type { LetterModel } from '../model/model';

export interface Letter {
  readonly fields: LetterFields;
  readonly wording: LetterWording;
}

/** Puts a template's expression wherever the letter prints one of its facts. */
const templated = (text: string, facts: readonly (readonly [string, string])[]): string =>
  facts.reduce((words, [fact, expression]) => (fact === '' ? words : words.replaceAll(fact, expression)), text);

function wordingOf(model: LetterModel, pronoun: string, fields: LetterFields): LetterWording {
  const names = fields.coHandlers.map(({ name }) => name).join('、');
  const [opening = ''] = model.opening;
  return {
    pronoun,
    opening: templated(opening, [
      [model.proposal.title ?? '', '{{proposal.title}}'],
      [model.proposal.number ?? '', '{{proposal.number}}'],
      [names, '{{list coHandlers}}'],
      [pronoun, '{{pronoun}}'],
    ]),
    closing: templated(model.closing ?? '', [[pronoun, '{{pronoun}}']]),
    'verdict-adopted': model.sections.find(({ verdict }) => verdict !== null)?.verdict ?? '',
    annotation:
      model.contacts.length > 1
        ? '联系人：{{list contacts}}，联系电话：{{phones contacts}}'
        : '联系人及电话：{{#each contacts}}{{name}}，{{phone}}{{/each}}',
  };
}

/** An imported letter taken apart into rows, with the wording that makes it again. */
export function lettersRows(model: LetterModel, pronoun: string): Letter {
  const [committee = ''] = /市政协/.exec(model.title ?? '') ?? [];
  const recipients = model.copyTo.slice(0, 2);
  const fields: LetterFields = {
    issuer: { name: model.issuer ?? '' },
    documentNumber: model.documentNumber,
    outcomeClass: model.class ?? 'A',
    printClass: model.class !== null,
    proposal: { number: model.proposal.number ?? '', title: model.proposal.title ?? '', kind: 'conference' },
    session: { term: 0, meeting: 0, text: model.proposal.session ?? '', committee },
    proposers: model.addressees.map((name) => ({ name, kind: 'organisation' })),
    coHandlers: model.copyTo.slice(2).map((name) => ({ name })),
    fixedRecipients: recipients.map((name) => ({ name })),
    sections: model.sections.map(({ heading, suggestion, verdict, blocks }) => ({
      suggestion: suggestion === null ? null : { title: suggestion },
      heading: suggestion === null ? heading : null,
      verdict: verdict === null ? null : 'adopted',
      blocks,
    })),
    prose: model.opening.slice(1),
    contacts: model.contacts,
    publication: 'active',
    date: model.date,
    signers: [],
  };
  return { fields, wording: wordingOf(model, pronoun, fields) };
}
