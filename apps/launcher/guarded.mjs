import { LauncherError } from './errors.mjs';

/** Runs a program of the launcher: what a person can mend is told in one sentence, anything else with its origin. Either ends with status 1. */
export async function guarded(main) {
  try {
    await main();
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
}

/** Tells an error on standard error: the details of a tool first, the sentence last, where it is seen. */
export function report(error) {
  if (error instanceof LauncherError) {
    if (error.details) process.stderr.write(`${error.details.trimEnd()}\n`);
    process.stderr.write(`${error.message}\n`);
  } else {
    process.stderr.write(`启动程序出错：${error?.stack ?? error}\n`);
  }
}
