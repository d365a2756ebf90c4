import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import {
  assignmentRoles,
  importFields,
  importModes,
  openApiDocument,
  marks,
  passageKinds,
  positions,
  proposalKinds,
  publications,
  todoBoxes,
} from '@fuhan/contracts';
import { duties, figures, searchKinds, stages } from '@fuhan/rules';
import { type Command, UsageError } from '../command';

const head = '// Made by `npm run openapi` from libs/contracts. Do not edit.\n';

/** The words the page shows for enumerations that an answer carries without a label. */
const words = {
  duties: Object.fromEntries(Object.entries(duties).map(([name, duty]) => [name, duty.label])),
  positions,
  publications,
  marks,
  passageKinds,
  proposalKinds,
  assignmentRoles,
  importFields,
  importModes,
  searchKinds,
  stages,
  todoBoxes,
  figures: Object.fromEntries(Object.entries(figures).map(([name, { label }]) => [name, label])),
};

const wordsFile = (): string =>
  head +
  Object.entries(words)
    .map(([name, labels]) => {
      const lines = Object.entries(labels).map(([key, label]) => `  ${key}: '${label}',`);
      return `\nexport const ${name} = {\n${lines.join('\n')}\n} as const;\n`;
    })
    .join('');

/** A process of its own: the generator is an ES module and a tool of development, not installed with the product. */
async function clientTypes(document: object): Promise<string> {
  const program = join(dirname(require.resolve('openapi-typescript/package.json')), 'bin/cli.js');
  const work = promisify(execFile)(process.execPath, [program, '--empty-objects-unknown'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  work.child.stdin?.end(JSON.stringify(document));
  return head + (await work).stdout;
}

/**
 * Every file that is generated from the contracts, by its path below the root, with the text it should have.
 */
export async function generatedFiles(): Promise<Record<string, string>> {
  const document = openApiDocument();
  return {
    'docs/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    'apps/web/src/shared/api/schema.d.ts': await clientTypes(document),
    'apps/web/src/shared/api/words.ts': wordsFile(),
  };
}

/** The generated files whose text on disk is not what the contracts say now. */
export async function staleFiles(root: string, files = generatedFiles()): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, text] of Object.entries(await files)) {
    const found = await readFile(resolve(root, path), 'utf8').catch(() => null);
    if (found !== text) stale.push(path);
  }
  return stale;
}

/** Writes the generated files and says which. */
export async function writeGenerated(root: string, files = generatedFiles()): Promise<string[]> {
  const written = Object.entries(await files);
  for (const [path, text] of written) {
    await mkdir(dirname(resolve(root, path)), { recursive: true });
    await writeFile(resolve(root, path), text);
  }
  return written.map(([path]) => path);
}

/** The folder of package.json above this file, wherever it was compiled to. */
function projectRoot(from = __dirname): string {
  return existsSync(join(from, 'package.json')) ? from : projectRoot(dirname(from));
}

/** `fuhan openapi --write | --check`: keeps the committed OpenAPI file and the web's client in step with the contracts. */
export const openapiCommand: Command = {
  name: 'openapi',
  usage:
    'fuhan openapi --write | --check     由接口约定生成 docs/openapi.json 与网页的类型，或检查它们是否过期',
  async run(args) {
    const [mode] = args;
    if (args.length !== 1 || (mode !== '--write' && mode !== '--check'))
      throw new UsageError('请写 --write 或 --check。');
    const root = projectRoot();
    if (mode === '--write') {
      for (const path of await writeGenerated(root)) console.log(`已写入 ${path}`);
      return 0;
    }
    const stale = await staleFiles(root);
    if (stale.length === 0) {
      console.log('接口文件都是最新的。');
      return 0;
    }
    console.error(`这些文件已过期，请运行 npm run openapi 后一并提交：${stale.join('、')}`);
    return 1;
  },
};
