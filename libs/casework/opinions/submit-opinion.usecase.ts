import type { UseCase } from '../case/use-case';
import { writeVersion } from './write-version';

/** 提交会办意见: by the unit itself. */
export const submitOpinion: UseCase<'opinion.submit'> = async (ctx, input, targetId) => {
  await writeVersion(ctx, targetId, input, { via: 'system', action: 'opinion.submit' });
  return { id: targetId };
};
