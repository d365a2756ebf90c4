import { ensureBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { guarded } from './guarded.mjs';
import { onlyForce } from './run/arguments.mjs';

/** `npm run build`: installs what is missing, compiles what has changed; `--force` compiles everything. */
await guarded(async () => {
  const args = process.argv.slice(2);
  onlyForce(args);
  await ensureInstalled();
  const built = await ensureBuilt({ force: args.includes('--force') });
  console.log(built.length > 0 ? `已编译：${built.join('、')}。` : '没有改动，不需要编译。');
});
