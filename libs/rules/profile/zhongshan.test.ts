import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clockOf } from './lookups';
import { parseProfile } from './profile';

const directory = join(__dirname, '../../../seeds/places/zhongshan');
const texts = Object.fromEntries(
  readdirSync(directory).map((file) => [file, readFileSync(join(directory, file), 'utf8')]),
);
const profile = parseProfile(texts);

describe('the profile of 中山市', () => {
  it('should give three months for the reply when the case is handed over', () => {
    expect(clockOf(profile, 'reply')?.rule).toEqual({ unit: 'month', amount: 3, roll: true });
  });
});
