import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuhanError } from '@fuhan/kernel';
import { renderText, sampleKinds } from '@fuhan/letter-engine';
import { changeWording, type WordingEdit } from './change-wording';
import { letterPieces, pieceAt, pieceChanges } from './letter-pieces';
import { pieceNames } from './piece-names';
import { parseProfile } from './profile';
import { trialLetter } from './trial-letter';

const places = ['zhongshan', 'mianyang'] as const;
const filesOf = (place: string): Readonly<Record<string, string>> => {
  const directory = join(__dirname, '../../../seeds/places', place);
  return Object.fromEntries(
    readdirSync(directory).map((file) => [file, readFileSync(join(directory, file), 'utf8')]),
  );
};
const files = filesOf('zhongshan');
const shipped = parseProfile(files);
const change = (...edits: WordingEdit[]) => changeWording(files, shipped, edits);
const refused = (...edits: WordingEdit[]): [string, string] => {
  try {
    change(...edits);
  } catch (error) {
    if (error instanceof FuhanError) return [error.code, error.message];
    throw error;
  }
  return ['kept', ''];
};

describe('the passages of a place’s letters', () => {
  const all = places.flatMap((place) => {
    const profile = parseProfile(filesOf(place));
    return letterPieces(profile).map((piece) => [place, piece.path, profile, piece] as const);
  });

  it.each(all)(
    'should each have a name of its own and a letter to be seen in: %s %s',
    (_, __, profile, piece) => {
      expect(pieceNames[piece.piece]).toBeDefined();
      for (const paper of sampleKinds) expect(renderText(trialLetter(profile, piece, paper))).not.toBe('');
    },
  );

  it.each([
    ['verdicts/not_ours/printed', '职责'],
    ['pronouns/organisation', '民盟云陵市委员会'],
    ['merged/title', '0850312'],
    ['publication/on_request', '依申请公开'],
    ['closings/variants/plain', '专此答复。'],
    ['letters/commentRequest/link', 'https://'],
  ])('should be printed in the letter they are looked at in: %s', (path, words) => {
    expect(renderText(trialLetter(shipped, pieceAt(shipped, path)!, 'plenary'))).toContain(words);
  });
});

describe('other words in a passage', () => {
  it('should stand in the file, whose comments and other lines stay as they are', () => {
    const { files: after, next } = change({ piece: 'closings/variants/plain', template: '特此答复。' });
    expect(after['wording.yaml']).toBe(
      files['wording.yaml']?.replace('plain: 专此答复。', "plain: '特此答复。'"),
    );
    expect([next.version, next.wording.closings.variants['plain']]).toEqual([2, '特此答复。']);
  });

  it.each([
    ['a letter that had none of its own', 'letters/chase/closing', '请速办理。'],
    ['a verdict, in the file of classes', 'verdicts/adopted/printed', '已经采纳。'],
    ['a variant that was not there', 'closings/variants/short', '此复。'],
    ['several lines', 'letters/handOver/requirements', '一、请认真办理。\n二、请按时答复。'],
  ])('should be taken for %s', (_, piece, template) => {
    expect(pieceAt(change({ piece, template }).next, piece)?.template).toBe(template);
  });

  it('should go back to the usual ones', () => {
    const piece = 'letters/handOver/requirements';
    const { next } = change({ piece, template: null });
    expect(pieceAt(next, piece)).toMatchObject({
      template: null,
      usual: expect.stringContaining('请') as string,
    });
  });

  it('should be told passage by passage, and lead back by the words before', () => {
    const edits = [
      { piece: 'letters/chase/closing', template: '请速办理。' },
      { piece: 'closings/variants/short', template: '此复。' },
    ];
    const { files: after, next } = change(...edits);
    const back = pieceChanges(next, shipped);
    expect(back.map(({ piece, before, after: words }) => [piece.path, before, words])).toEqual([
      ['closings/variants/short', '此复。', null],
      ['letters/chase/closing', '请速办理。', null],
    ]);
    const again = changeWording(
      after,
      next,
      back.map(({ piece, after: template }) => ({ piece: piece.path, template })),
    );
    expect(pieceChanges(shipped, again.next)).toEqual([]);
  });
});

describe('words that would stop a letter', () => {
  it.each([
    [
      'a field nobody has',
      'title',
      '甲\n{{proposal.numbr}}',
      /答复函·标题”（title）第 2 行有误：没有名为“numbr”的字段/,
    ],
    [
      'a field of another place in the letter',
      'title',
      '{{suggestion.title}}',
      /第 1 行有误：没有名为“title”的字段（印在答复函里时）/,
    ],
    [
      'a field that other letters with this passage lack',
      'signature',
      '{{lead.name}}',
      /没有名为“name”的字段（印在答复函里时）/,
    ],
    ['a bracket left open', 'pronouns/member', '{{pron', /称呼：一位委员或代表.*写法不完整/],
    ['a way to files', 'title', '{{> /etc/passwd}}', /有误/],
    ['the machine’s insides', 'title', '{{issuer.constructor.constructor}}', /没有名为“constructor”/],
    [
      'a list within itself without end',
      'title',
      `${'{{#each @root.session}}'.repeat(18)}甲${'{{/each}}'.repeat(18)}`,
      /次数太多/,
    ],
    ['a passage that calls itself', 'title', '{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}', /自己引用了自己/],
    ['more than a passage can hold', 'title', '甲'.repeat(4_001), /不能超过 4000 个字/],
    ['nothing at all', 'title', ' ', /不能空着/],
  ])('should be refused with the passage, the line and the cause: %s', (_, piece, template, words) => {
    expect(refused({ piece, template })).toEqual(['wording.faulty', expect.stringMatching(words) as string]);
  });

  it.each(['nothing', '__proto__', 'openings/default', 'closings/variants/a/b', 'print/signer'])(
    'should not be put where no passage is: %s',
    (piece) => {
      expect(refused({ piece, template: '甲' })[0]).toBe('wording.unknown-piece');
    },
  );

  it('should not take away what every letter needs', () => {
    expect(refused({ piece: 'title', template: null })[0]).toBe('profile.invalid');
    expect(refused({ piece: 'closings/variants/thanks', template: null })[0]).toBe('profile.invalid');
  });
});
