import type { PlaceProfile, ProfileRoute } from '../profile/profile';
import { chooseRoute, type RouteFacts, speaksOf } from './choose-route';

const route = (key: string, when?: ProfileRoute['when']): ProfileRoute => ({
  ...{ key, name: key, steps: [] },
  ...(when ? { when } : {}),
});
const profile = (...routes: ProfileRoute[]): PlaceProfile =>
  ({
    name: '测试市',
    kinds: ['plenary', 'regular'],
    topics: [
      { key: 'money', name: '资金', words: ['专项资金'], patterns: ['[0-9.]+(万|亿)元'] },
      { key: 'project', name: '项目', words: ['立项'], patterns: [] },
    ],
    routes: [...routes, route('ordinary')],
    defaultRoute: 'ordinary',
  }) as unknown as PlaceProfile;
const facts = (more: Partial<RouteFacts> = {}): RouteFacts => ({
  ...{ text: '', keyProposal: false, kind: 'plenary', outcomeClass: 'A', coHandlers: 0, redo: false },
  ...more,
});

describe('the choice of a route', () => {
  it.each<[NonNullable<ProfileRoute['when']>, Partial<RouteFacts>, string]>([
    [{ keyProposal: 'yes' }, { keyProposal: true }, '因是重点提案，走“special”流程。'],
    [{ keyProposal: 'no' }, {}, '因不是重点提案，走“special”流程。'],
    [{ mentions: ['money'] }, { text: '安排专项资金。' }, '因涉及资金（“专项资金”），走“special”流程。'],
    [{ mentions: ['money'] }, { text: '投入3.5亿元。' }, '因涉及资金（“3.5亿元”），走“special”流程。'],
    [
      { mentions: ['money', 'project'] },
      { text: '立项后投入5万元。' },
      '因涉及资金（“5万元”）、涉及项目（“立项”），走“special”流程。',
    ],
    [{ coHandlersAtLeast: 3 }, { coHandlers: 4 }, '因有 4 家会办单位，走“special”流程。'],
    [{ classes: ['C'] }, { outcomeClass: 'C' }, '因办理结果是 C 类，走“special”流程。'],
    [{ kinds: ['regular'] }, { kind: 'regular' }, '因是平时提案，走“special”流程。'],
    [{ redo: 'yes' }, { redo: true }, '因是重新办理，走“special”流程。'],
    [
      { keyProposal: 'yes', classes: ['C'] },
      { keyProposal: true, outcomeClass: 'C' },
      '因是重点提案、办理结果是 C 类，走“special”流程。',
    ],
  ])('should be by %j for %j, with its reason', (when, more, reason) => {
    expect(chooseRoute(profile(route('special', when)), facts(more)).reason).toBe(reason);
  });

  it.each<[NonNullable<ProfileRoute['when']>, Partial<RouteFacts>]>([
    [{ keyProposal: 'yes' }, {}],
    [{ mentions: ['money'] }, { text: '立项。' }],
    [{ mentions: ['gone'] }, { text: '专项资金' }],
    [{ coHandlersAtLeast: 3 }, { coHandlers: 2 }],
    [{ classes: ['C'] }, { outcomeClass: null }],
    [{ kinds: ['regular'] }, {}],
    [{ redo: 'yes' }, {}],
    [{ keyProposal: 'yes', classes: ['C'] }, { keyProposal: true }],
    [{}, {}],
  ])('should not be by %j for %j', (when, more) => {
    const { route: chosen, reason } = chooseRoute(profile(route('special', when)), facts(more));
    expect([chosen.key, reason]).toEqual(['ordinary', '没有特别情形，走“ordinary”流程。']);
  });

  it('should be the first that fits', () => {
    const two = profile(route('first', { keyProposal: 'yes' }), route('second', { classes: ['A'] }));
    expect(chooseRoute(two, facts({ keyProposal: true })).route.key).toBe('first');
    expect(chooseRoute(two, facts()).route.key).toBe('second');
  });

  it('should know what a text speaks of', () => {
    const place = profile();
    expect([
      speaksOf(place, 'money', '2万元'),
      speaksOf(place, 'project', '2万元'),
      speaksOf(place, 'gone', ''),
    ]).toEqual([true, false, false]);
  });
});
