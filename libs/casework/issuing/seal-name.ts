/** What the seal of a unit is called in the register, until somebody writes another name. */
export const sealNameOf = (issuer: string): string => `${issuer}印章`;
