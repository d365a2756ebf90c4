import { closingOpen } from '../closing';
import type { Guard } from './guard';

const closed: Guard = ({ proposal }) => (proposal.closedOn === null ? '这件提案没有结案。' : null);

/** Every unit that answers has sent a letter; what else the place asks for says the refusal. */
const answered: Guard = (snapshot) =>
  closingOpen(snapshot, ['delivered']).find((reason) => reason !== '') ?? null;

export const closingGuards = { closed, answered } as const;
