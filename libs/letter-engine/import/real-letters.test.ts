import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LetterModel } from '../model/model';
import { importLetter } from './import-letter';

/** Published letters of many places lie beside the project where its makers work; elsewhere these tests are skipped. */
const shared = join(__dirname, '../../../../shared');

type Facts = Partial<Omit<LetterModel, 'proposal'>> & {
  readonly proposal?: Partial<LetterModel['proposal']>;
};

const letters: readonly (readonly [string, Facts])[] = [
  [
    'letters/02.txt',
    {
      issuer: '平江县教育体育局',
      documentNumber: '平教体字〔2018〕27号',
      class: 'C',
      addressees: ['张小华政协委员'],
      proposal: { number: '69', session: '十届二次会议' },
      date: '2018-06-22',
      contacts: [
        { name: '童怀思', phone: null },
        { name: '方均元', phone: '07306220000' },
      ],
      unparsed: [],
    },
  ],
  [
    'letters/04.txt',
    {
      documentNumber: '临交字〔2020〕19号',
      class: 'B',
      publication: '同意公开',
      title: '对市政协九届四次会议第36号提案的答复',
      date: '2020-09-20',
    },
  ],
  [
    'letters/09.txt',
    {
      class: 'B',
      signedBy: '马文忠',
      title: '关于对政协子洲县第十届委员会第二次会议第14号提案的复函',
      proposal: { number: '14', title: '关于加快建设乡村道路维修及维护的提案' },
      signature: ['子洲县交通运输局'],
    },
  ],
  [
    'letters/10.txt',
    {
      class: null,
      proposal: { number: '153170', title: '关于推动普陀区对生物医药产业医废处置费进行补贴的提案' },
      contacts: [{ name: '郭仲', phone: '52560000-7038' }],
    },
  ],
  [
    'letters/12.txt',
    {
      title: null,
      addressees: ['冬花委员'],
      proposal: { number: '10', title: '关于合理拨付文物保护专项经费的提案' },
      signature: ['博乐市财政局'],
      date: '2021-11-19',
    },
  ],
  [
    'letters/15.txt',
    {
      class: 'A',
      date: null,
      addressees: ['民盟文山市基层委员会'],
      proposal: { number: '122', session: '第三届政协第三次会议' },
    },
  ],
  [
    'letters/16.txt',
    {
      issuer: '砚山县财政局',
      addressees: ['马宝华、马礼辉、马康华、马卫兵委员'],
      proposal: { number: '10030056', title: '关于给予按时拨付县伊协工作经费的提案' },
      signature: [],
    },
  ],
  [
    'letters/N3-npc.txt',
    {
      addressees: ['刘昌明代表'],
      coHandlers: ['区城市管理局', '区文化旅游委'],
      date: '2023-06-19',
      contacts: [{ name: '乐希', phone: '13883360000' }],
    },
  ],
  [
    'opinions/01.txt',
    {
      kind: 'opinion',
      addressees: ['市民政局'],
      signedBy: '谢高',
      contacts: [{ name: '董雯雯', phone: '62700000' }],
      unparsed: ['余姚'],
    },
  ],
  [
    'opinions/03.txt',
    {
      kind: 'opinion',
      class: 'C',
      publication: '予以公开',
      title: '关于对市政协六届一次会议第016号提案会办工作的意见',
      date: '2022-06-02',
      contacts: [
        { name: '黄军', phone: '18907240000' },
        { name: '杨坤', phone: '15307240000' },
      ],
      copyTo: ['市政协提案委员会(1份)', '市政府政务督查室(2份)'],
    },
  ],
];

describe('facts of published letters', () => {
  for (const [file, facts] of letters) {
    const path = join(shared, file);
    if (!existsSync(path)) {
      it.skip(`should be read from ${file} (skipped: the letter is not here)`, () => undefined);
      continue;
    }
    const letter = importLetter(readFileSync(path, 'utf8'), file);
    it.each(Object.entries(facts))(`should be read from ${file}: %s`, (field, value) => {
      expect({ [field]: letter[field as keyof LetterModel] }).toMatchObject({ [field]: value });
    });
  }
});
