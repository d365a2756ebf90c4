/** The kinds of paper that are handled the same way; the one list of them. Which of them a place handles says its profile (`kinds`). */
export const proposalKinds = {
  plenary: '大会提案',
  regular: '平时提案',
  npc_suggestion: '人大代表建议',
  npc_bill: '人大议案',
} as const;

export type ProposalKind = keyof typeof proposalKinds;
export const proposalKindNames = Object.keys(proposalKinds) as ProposalKind[];

/** How somebody stands behind a proposal; each of them gets the letter. */
export const proposerRoles = { first: '第一提案人', joint: '联名', seconder: '附议' } as const;
export type ProposerRole = keyof typeof proposerRoles;

/** Whose paper it is: the consultative conference's (政协) or the people's congress's (人大). */
export const bodyOf = (kind: ProposalKind): 'cppcc' | 'npc' => (kind.startsWith('npc_') ? 'npc' : 'cppcc');
