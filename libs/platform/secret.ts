import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuhanError } from '@fuhan/kernel';

const KEY = /^[0-9a-f]{64}$/;
const PATIENCE_MS = 500;

/**
 * A key of this installation, made at its first use and kept in the data folder (readable by its owner alone).
 * @throws FuhanError `config.invalid` when the data folder cannot be written, or holds a key that was damaged
 */
export function readOrCreateKey(dataDir: string, name: string): Buffer {
  const file = join(dataDir, 'keys', name);
  try {
    mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
    // `wx`: of several processes that start at once, one makes the key and the others read it.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') {
      throw new FuhanError('config.invalid', {
        detail: `数据目录 ${dataDir} 不能写入（${code}）。请检查它的权限，或把 DATA_DIR 设到可以写入的目录。`,
      });
    }
  }
  return wholeKey(file);
}

/** Another process may have made the file a moment ago and not written into it yet. An empty key would sign anything for anybody. */
function wholeKey(file: string): Buffer {
  for (const until = Date.now() + PATIENCE_MS; ; pause(10)) {
    const text = readFileSync(file, 'utf8').trim();
    if (KEY.test(text)) return Buffer.from(text, 'hex');
    if (Date.now() > until) {
      throw new FuhanError('config.invalid', {
        detail: `密钥文件 ${file} 已损坏。请从备份恢复这个文件；没有备份可删去它，已发出的链接随之失效。`,
      });
    }
  }
}

/** The keys are read while the program starts, before it does anything else: it may stand still. */
const pause = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

const SEALED = 'sealed:';
const CIPHER = 'aes-256-gcm';
const [NONCE, PROOF] = [12, 16];

/** Keeps secrets of other people's systems in the database as what nobody reads there: the key lies in the data folder. */
export class Seal {
  constructor(private readonly key: Buffer) {}

  close(secret: string): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, this.key, nonce);
    const kept = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return SEALED + Buffer.concat([nonce, cipher.getAuthTag(), kept]).toString('base64');
  }

  /**
   * What was closed; a text that never was, from before there was a seal, as it is.
   * @throws FuhanError `config.invalid` when the key is another one, or the text was changed
   */
  open(kept: string): string {
    if (!kept.startsWith(SEALED)) return kept;
    const bytes = Buffer.from(kept.slice(SEALED.length), 'base64');
    try {
      const cipher = createDecipheriv(CIPHER, this.key, bytes.subarray(0, NONCE));
      cipher.setAuthTag(bytes.subarray(NONCE, NONCE + PROOF));
      return Buffer.concat([cipher.update(bytes.subarray(NONCE + PROOF)), cipher.final()]).toString('utf8');
    } catch {
      throw new FuhanError('config.invalid', {
        detail:
          '数据目录中的密钥与数据库不配套，打不开群机器人的地址。请恢复数据目录 keys 下的备份，或移除后重新添加机器人。',
      });
    }
  }
}
