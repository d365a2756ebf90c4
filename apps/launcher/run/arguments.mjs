import { LauncherError } from '../errors.mjs';

/*
 * What may follow a command of the launcher. A slip is told before anything is installed, built or started; taken no notice of,
 * it would start something else than was meant: `--role worker` everything instead of the worker alone.
 */
function refuse(stranger, command, allowed) {
  if (stranger !== undefined) throw new LauncherError(`不认识“${stranger}”：${command} 后面${allowed}。`);
}

/** `npm start`: the roles, named once; whether they exist the server program knows. */
export function onlyRoles(args) {
  const [first, ...more] = args;
  const rest = first === '--roles' ? more.slice(1) : /^--roles=/.test(first ?? '') ? more : args;
  refuse(rest[0], 'npm start --', '只能写 --roles api、--roles worker 或 --roles api,worker');
}

/** `npm run build`. */
export function onlyForce(args) {
  refuse(
    args.find((argument) => argument !== '--force'),
    'npm run build --',
    '只能写 --force（全部重新编译）',
  );
}

/** Names of files to choose among, but no option. */
export function onlyNames(command, args) {
  refuse(
    args.find((argument) => argument.startsWith('-')),
    `npm run ${command} --`,
    '只能写要跑的文件名',
  );
}

export function noArguments(command, args) {
  refuse(args[0], `npm run ${command}`, '不用再写别的');
}
