/** What a person may be trusted with, inside a unit or for the whole installation. */
export const duties = {
  coordinator: { label: '交办人员', admin: false },
  proposal_office: { label: '提案办', admin: false },
  drafter: { label: '承办人', admin: false },
  reviewer: { label: '核稿人', admin: false },
  leader: { label: '分管领导', admin: false },
  head: { label: '主要负责人', admin: false },
  clerk: { label: '文书', admin: false },
  supervisor: { label: '督办人员', admin: false },
  system_admin: { label: '系统管理员', admin: true },
  security_admin: { label: '安全管理员', admin: true },
  audit_admin: { label: '审计管理员', admin: true },
} as const;

export type Duty = keyof typeof duties;
export const dutyNames = Object.keys(duties) as Duty[];

/** What may be handed to a colleague for a while: everything but an administrator's duty. */
export const delegableDuties: readonly Duty[] = dutyNames.filter((duty) => !duties[duty].admin);

/** 三权分立: an administrator holds this one duty and nothing else. */
export const dutiesAreCompatible = (held: readonly Duty[]): boolean =>
  held.length < 2 || held.every((duty) => !duties[duty].admin);
