import { button, ledger, todoItem } from '../../testing/data';
import { casesOf, entriesOf } from './entries';

const places = [
  { to: '/todo', words: '待办' },
  { to: '/registers', words: '登记簿' },
];

describe('the palette', () => {
  it('should offer what can be done in the open case before the pages', () => {
    const found = entriesOf('', places, [button({ label: '签收' })], 'p1');
    expect(found.map(({ words }) => words)).toEqual(['签收', '待办', '登记簿']);
  });
  it('should not offer what cannot be done yet', () => {
    expect(entriesOf('签收', places, [button({ label: '签收', blockedBy: '还没有交办' })], 'p1')).toEqual([]);
  });
  it('should keep to the words that are asked for', () => {
    expect(entriesOf('登记', places, [], undefined).map(({ words }) => words)).toEqual(['登记簿']);
  });
  it('should lead to a case by its number and title', () => {
    const [entry] = casesOf(ledger(1, [todoItem()]));
    expect([entry?.words, entry?.target.params]).toEqual(['第 135021 号 关于加装扶手的提案', { id: 'p1' }]);
  });
});
