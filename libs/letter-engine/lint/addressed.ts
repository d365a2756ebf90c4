import type { LetterModel } from '../model/model';
import type { LintContext } from './context';

/** 政协提案 or 人大代表建议. */
export type ProposalBody = 'cppcc' | 'npc';

const NPC = /人大|人民代表大会/;
const CPPCC = /政协|政治协商/;

function bodyNamed(text: string): ProposalBody | null {
  const [npc, cppcc] = [NPC.test(text), CPPCC.test(text)];
  return npc === cppcc ? null : npc ? 'npc' : 'cppcc';
}

/** Whose paper the letter answers: the case knows, else the title says, else opening, addressee, copies; null where nothing does. */
export function proposalBody(model: LetterModel, context: LintContext): ProposalBody | null {
  if (context.case !== null) return context.case.proposal.kind;
  const opening = (model.opening[0] ?? '').replace(/《[^》]*》/g, '').slice(0, 300);
  const addressees = model.addressees.join('、');
  return (
    bodyNamed(model.title ?? '') ??
    bodyNamed(opening) ??
    (/委员[：:]?$/.test(addressees) ? 'cppcc' : /代表[：:]?$/.test(addressees) ? 'npc' : null) ??
    bodyNamed(model.copyTo.join('、'))
  );
}

/** To whom a letter speaks: one person, several, or a body. */
export type Addressed = 'member' | 'members' | 'organisation';

const PERSON = /(?:委员|代表|先生|女士|同志|主任|主席)$/;
const BODY = /(?:委员会|委|会|社|局|院|校|部|公司|协会|商会|支部|小组|界别|界|组|办公室|集团|办|党)$/;
const SEVERAL = /[、，,]|各位|(?:[二三四五六七八九十]|\d)位|等(?=\d*名?(?:委员|代表))|(?:委员|代表)[和及]/;

/** Persons by their title, bodies by their name; null where the addressee is neither, or both are addressed. */
export function addressed({ addressees }: LetterModel): Addressed | null {
  const names = addressees.map((name) => name.replace(/[：:\s]/g, '')).filter(Boolean);
  if (names.length === 0) return null;
  if (names.every((name) => PERSON.test(name)))
    return names.length > 1 || SEVERAL.test(names[0]!) ? 'members' : 'member';
  return names.every((name) => BODY.test(name)) ? 'organisation' : null;
}
