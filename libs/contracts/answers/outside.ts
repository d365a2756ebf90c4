import { z } from 'zod';
import { instant } from '../fields';
import { day } from './shapes';

export const outsideLetter = z.object({
  recipient: z.string(),
  title: z.string(),
  issuer: z.string(),
  documentNumber: z.string(),
  date: day,
  html: z.string(),
  receivedAt: instant.nullable(),
  files: z.array(z.object({ format: z.enum(['pdf', 'docx', 'html', 'txt']), href: z.string() })),
});

export const demoAnswer = z.object({
  accounts: z.array(
    z.object({
      account: z.string(),
      password: z.string(),
      name: z.string(),
      unit: z.string(),
      duties: z.array(z.string()),
    }),
  ),
  letter: z
    .object({
      documentNumber: z.string(),
      title: z.string(),
      page: z.string(),
      pdf: z.string(),
      docx: z.string(),
    })
    .nullable(),
});
