import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outgoing } from '../channel';
import { SmsChannel, SmsOutbox } from './sms-channel';

const message: Outgoing = {
  address: '13800000001',
  key: 'k1',
  kind: 'handed_over',
  title: '有新交办的提案，请签收',
  body: '第135021号提案《关于推动充电设施进厂区的建议》',
  link: 'https://f.example/proposals/1',
  names: ['李青'],
  createdAt: new Date('2026-03-02T01:00:00Z'),
};

describe('a text message into the folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fuhan-sms-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('should be one whole file, readable by its owner alone', async () => {
    expect(await new SmsChannel(new SmsOutbox(join(folder, 'new'))).send(message)).toEqual({
      end: 'sent',
      providerId: 'k1',
    });
    expect(readdirSync(join(folder, 'new'))).toEqual(['k1.json']);
    expect(JSON.parse(readFileSync(join(folder, 'new', 'k1.json'), 'utf8'))).toEqual({
      to: '13800000001',
      text: '【复函】有新交办的提案，请签收。第135021号提案《关于推动充电设施进厂区的建议》。请登录系统办理。',
      key: 'k1',
    });
  });
  it('should be the same file when it is sent twice', async () => {
    const channel = new SmsChannel(new SmsOutbox(folder));
    await channel.send(message);
    await channel.send(message);
    expect(readdirSync(folder)).toEqual(['k1.json']);
  });
  it('should not be longer than two parts, nor end in half a character', async () => {
    await new SmsChannel(new SmsOutbox(folder)).send({ ...message, body: '𠮷'.repeat(300) });
    const { text } = JSON.parse(readFileSync(join(folder, 'k1.json'), 'utf8')) as { text: string };
    expect([[...text].length, text.isWellFormed()]).toEqual([134, true]);
  });
  it('should be tried later when the folder cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await new SmsChannel(new SmsOutbox(join(folder, 'file'))).send(message)).toMatchObject({
      end: 'later',
    });
  });
});
