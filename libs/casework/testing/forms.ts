import { type CaseCommandName, commandSpec } from '@fuhan/contracts';
import { type NextAction, parseRule, type PlaceProfile, stateCouncilCalendar } from '@fuhan/rules';
import { describeActions, type FormContext } from '../forms';
import { dutiesOf, whole } from './material';

export const profile = {
  classes: [
    { key: 'A', name: 'A类', definition: '已经办成。' },
    { key: 'B', name: 'B类', definition: '正在推进。' },
  ],
  pauseCategories: [{ key: 'proposer', name: '等候提案者' }],
  clocks: [{ key: 'reply', rule: parseRule('3个月', { roll: true }) }],
  handOver: {
    modes: ['sole', 'joint'],
    backPlan: [{ key: 'draft', name: '答复稿拟成', workdaysBefore: 20 }],
  },
} as unknown as PlaceProfile;
export const calendar = stateCouncilCalendar();

/** The target a person meets each command on. */
export const targets: Record<Exclude<CaseCommandName, 'proposal.register'>, string> = {
  'proposal.handOver': 'proposal',
  'proposal.editSuggestions': 'proposal',
  'proposal.reorderHandlers': 'proposal',
  'proposal.addHandler': 'proposal',
  'proposal.nameSupervisor': 'proposal',
  'proposal.recall': 'proposal',
  'proposal.withdraw': 'proposal',
  'proposal.merge': 'proposal',
  'proposal.unmerge': 'proposal',
  'assignment.sign': 'a-lead',
  'assignment.unsign': 'a-lead',
  'assignment.undivide': 'a-lead',
  'assignment.signAndAskFor': 'a-lead',
  'assignment.requestReturn': 'a-lead',
  'assignment.reopenReturn': 'a-lead',
  'assignment.remove': 'a-co',
  'returnRequest.decide': 'request',
  'returnRequest.dispute': 'request',
  'returnRequest.settle': 'request',
  'assignment.divide': 'a-lead',
  'opinion.submit': 'opinion',
  'opinion.accept': 'opinion',
  'opinion.sendBack': 'opinion',
  'opinion.inviteByLink': 'opinion-2',
  'opinion.enterOnBehalf': 'opinion',
  'outsideLink.revoke': 'link',
  'draft.adopt': 'draft',
  'draft.unadopt': 'draft',
  'draft.rejectItem': 'draft',
  'draft.reconsiderItem': 'draft',
  'draft.movePassage': 'draft',
  'draft.splitPassage': 'draft',
  'draft.joinPassages': 'draft',
  'draft.askConfirmation': 'draft',
  'draft.consultProposer': 'draft',
  'confirmation.confirm': 'confirmation',
  'confirmation.object': 'confirmation',
  'confirmation.keep': 'confirmation',
  'confirmation.withdraw': 'confirmation',
  'opinion.endorse': 'opinion',
  'opinion.refuse': 'opinion',
  'opinion.takeBack': 'opinion',
  'assignment.askSection': 'assignment',
  'contribution.give': 'contribution',
  'contribution.withdraw': 'contribution',
  'draft.saveSection': 'draft',
  'draft.addSection': 'draft',
  'draft.removeSection': 'draft',
  'draft.saveFrame': 'draft',
  'draft.submit': 'draft',
  'draft.withdraw': 'draft',
  'reviewStep.approve': 'step',
  'reviewStep.sendBack': 'step',
  'reviewStep.overrule': 'step',
  'reviewStep.addSigner': 'step',
  'reviewStep.delegate': 'step',
  'reviewStep.withdraw': 'step',
  'reviewStep.read': 'step',
  'draft.issue': 'draft',
  'letter.deliver': 'letter',
  'delivery.receive': 'delivery',
  'assignment.chase': 'a-lead',
  'delivery.record': 'delivery',
  'delivery.confirm': 'delivery',
  'letter.seal': 'letter',
  'letter.askWithdrawal': 'letter',
  'letter.withdraw': 'letter',
  'letter.keep': 'letter',
  'letter.correct': 'letter',
  'draft.saveCorrection': 'draft',
  'commitment.confirm': 'promise',
  'commitment.strike': 'promise',
  'commitment.assign': 'promise',
  'commitment.report': 'promise',
  'commitment.keep': 'promise',
  'commitment.carry': 'promise',
  'commitment.giveUp': 'promise',
  'commitment.answerProposer': 'promise',
  'commitment.renewLinks': 'promise',
  'assignment.addCommitment': 'a-lead',
  'assignment.recordContact': 'a-lead',
  'contactRecord.strike': 'contact',
  'proposal.close': 'proposal',
  'proposal.reopen': 'proposal',
  'proposal.recordConsent': 'proposal',
  'letter.preparePublication': 'letter',
  'publication.approve': 'publication',
  'publication.refuse': 'publication',
  'publication.bar': 'publication',
  'publication.withdraw': 'publication',
  'redo.order': 'redo',
  'redo.recordNextRung': 'redo',
  'redo.decline': 'redo',
  'rating.remind': 'rating',
  'rating.enterPaper': 'rating',
  'rating.renewLink': 'rating',
  'clock.pause': 'clock',
  'clock.resume': 'clock',
  'clock.requestExtension': 'clock',
  'extension.grant': 'extension',
  'extension.refuse': 'extension',
  'extension.withdraw': 'extension',
  'extension.tellProposer': 'extension',
};
export type Formed = keyof typeof targets;
/** 打开审阅 is said by the page itself. */
export const formed = (Object.keys(targets) as Formed[]).filter((action) => action !== 'reviewStep.read');

export const found = (
  action: NextAction['action'],
  targetId: string,
  more: Partial<NextAction> = {},
): NextAction => ({
  ...{ action, label: commandSpec(action as Formed).label, targetId, blockedBy: null, todo: true },
  ...more,
});
export const overrulable = new Map([['step', [{ key: 'left-over-marks|**', label: '标题：留有标记。' }]]]);
export const formsOf = (action: Formed, more: Partial<FormContext> = {}, targetId = targets[action]) =>
  describeActions(
    {
      material: whole(),
      profile,
      calendar,
      dutiesOf,
      unitId: 'lead',
      today: '2026-06-05',
      overrulable,
      mergeable: [{ value: 'other', label: '第137002号 关于充电设施的提案' }],
      ...more,
    },
    [found(action, targetId)],
  );
export const formOf = (action: Formed, more: Partial<FormContext> = {}, targetId = targets[action]) =>
  formsOf(action, more, targetId)[0]!;
export const choices = (
  action: Formed,
  list: string,
  more: Partial<FormContext> = {},
): string[] | undefined => formOf(action, more).choices[list]?.map(({ value, label }) => `${value} ${label}`);

export interface Schema {
  title?: string;
  choices?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
}
/** The lines of a form, as a screen draws them: title, * where it must be filled in, the list's own lines in brackets. */
export const linesOf = ({ properties = {}, required = [] }: Schema): string[] =>
  Object.entries(properties).map(([key, field]) => {
    const inner = field.items?.properties ? `(${linesOf(field.items).join(' ')})` : '';
    const title = field.title ?? field.anyOf?.[0]?.title;
    return `${title}${required.includes(key) ? '*' : ''}${inner}`;
  });
export const listsOf = (schema: Schema): string[] => [
  ...(schema.choices ? [schema.choices] : []),
  ...[
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
  ].flatMap(listsOf),
];
