import type { Client } from '@fuhan/testing';

/** What the walk reads of a case file. */
export interface CaseView {
  stage: string;
  proposal: { id: string };
  suggestions: { id: string; title: string }[];
  assignments: { id: string; unitId: string; unit: string; role: string; state: string }[];
  opinions: {
    id: string;
    unitId: string;
    unit: string;
    state: string;
    versions: { items: { id: string; suggestionId: string }[] }[];
  }[];
  drafts: {
    id: string;
    version: number;
    state: string;
    sections: {
      id: string;
      ordinal: number;
      suggestionId: string | null;
      heading: string;
      version: number;
      passages: {
        id: string;
        body: string;
        kind: string;
        sources: { unit: string; opinionVersion: number; text: string }[];
        edited: boolean;
      }[];
    }[];
    steps: { id: string; name: string; state: string; round: number }[];
  }[];
  letters: {
    id: string;
    draftId: string;
    documentNumber: string;
    files: { format: string; state: string; href: string }[];
    deliveries: { recipient: string; recipientKind: string; state: string; link: string | null }[];
  }[];
  clocks: { clock: string; unit: string; dueOn: string; state: string; steps: string[] }[];
  history: { action: string; words: string; actor: string }[];
  nextActions: {
    command: string;
    href: string;
    targetId: string;
    targetLabel: string;
    todo: boolean;
    blockedBy: string | null;
    defaults: Record<string, unknown>;
    choices: Record<string, { value: string; label: string }[]>;
  }[];
}

export const caseOf = async (client: Client, id: string): Promise<CaseView> =>
  (await client.get<CaseView>(`/api/proposals/${id}`)).body;
