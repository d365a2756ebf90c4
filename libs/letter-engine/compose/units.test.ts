import { callUnit, nameProposers } from './units';

describe('the short address of a unit', () => {
  it.each([
    ['市交通运输局', '贵局'],
    ['云陵市交通运输局', '贵局'],
    ['市发展改革委', '贵委'],
    ['市国有资产监督管理委员会', '贵委'],
    ['民盟云陵市委会', '贵委'],
    ['民盟云陵市委员会', '贵委'],
    ['市政协提案委', '贵委'],
    ['市政府办公室', '贵办'],
    ['市信访办', '贵办'],
    ['市委组织部', '贵部'],
    ['市人民法院', '贵院'],
    ['市公共资源交易中心', '贵中心'],
    ['城东街道办事处', '贵街道'],
    ['城东街道', '贵街道'],
    ['临江镇', '贵镇'],
    ['临江镇人民政府', '贵镇'],
    ['石门乡人民政府', '贵乡'],
    ['云陵大学', '贵校'],
    ['市水务集团', '贵集团'],
    ['市公交有限公司', '贵公司'],
    ['市工商联', '贵会'],
    ['市妇联', '贵会'],
    ['市归国华侨联合会', '贵会'],
    ['九三学社云陵市委员会', '贵社'],
    ['第三代表团', '贵团'],
    ['云陵市人民政府', '贵单位'],
    ['', '贵单位'],
  ])('should be, for %s, %s', (name, address) => {
    expect(callUnit(name, '贵')).toBe(address);
  });

  it('should speak of oneself as readily', () => {
    expect(callUnit('云陵市财政局', '我')).toBe('我局');
  });
});

describe('proposers in the third person', () => {
  const member = (name: string) => ({ name, kind: 'member' });

  it.each([
    ['one', [member('甲')], '甲委员'],
    ['several members', [member('甲'), member('乙')], '甲、乙委员'],
    ['a joint proposal', [{ name: '甲、乙', kind: 'joint' }], '甲、乙委员'],
    ['a party', [{ name: '民盟市委会', kind: 'organisation' }], '民盟市委会'],
    [
      'a member and a party',
      [member('甲'), { name: '民盟市委会', kind: 'organisation' }],
      '甲委员、民盟市委会',
    ],
    ['members whose names came with the title', [member('何委员'), member('甲')], '何、甲委员'],
    ['nobody', [], ''],
  ])('should be named as %s', (_, proposers, words) => {
    expect(nameProposers(proposers, '委员')).toBe(words);
  });

  it('should be counted when there are more than asked for', () => {
    expect(nameProposers([member('甲'), member('乙'), member('丙')], '代表', 2)).toBe('甲等3名代表');
  });

  it('should all be named when they are as many as asked for', () => {
    expect(nameProposers([member('甲'), member('乙')], '代表', 2)).toBe('甲、乙代表');
  });
});
