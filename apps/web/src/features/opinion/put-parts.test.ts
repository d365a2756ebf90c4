import { putParts } from './put-parts';

const items = [
  { suggestionId: 's1', body: '' },
  { suggestionId: 's2', body: '已写的。\n' },
];

describe('a paper put into the form of an opinion', () => {
  it('should stand with the suggestion it answers', () => {
    expect(putParts(items, [{ suggestionId: 's1', body: '甲' }])[0]?.body).toBe('甲');
  });
  it('should come behind what was written', () => {
    expect(putParts(items, [{ suggestionId: 's2', body: '乙' }])[1]?.body).toBe('已写的。\n乙');
  });
  it('should leave alone what it says nothing to', () => {
    expect(putParts(items, [{ suggestionId: 's1', body: '甲' }])[1]).toEqual(items[1]);
  });
});
