import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlaceFiles } from './profile-files';

describe('readPlaceFiles', () => {
  it('should give the text of every YAML file by name when the directory holds other things too', () => {
    const directory = mkdtempSync(join(tmpdir(), 'place-'));
    writeFileSync(join(directory, 'place.yaml'), 'name: 中山市\n');
    writeFileSync(join(directory, 'notes.txt'), 'not ours');
    expect(readPlaceFiles(directory)).toEqual({ 'place.yaml': 'name: 中山市\n' });
  });

  it('should name the directory when it cannot be read', () => {
    expect(() => readPlaceFiles('/nowhere/at/all')).toThrow('读不到地方配置目录“/nowhere/at/all”');
  });
});
