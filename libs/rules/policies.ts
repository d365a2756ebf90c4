/** What becomes of a policy document. */
export const policyStates = { current: '现行', replaced: '已有新版', withdrawn: '已停用' } as const;
export type PolicyState = keyof typeof policyStates;
