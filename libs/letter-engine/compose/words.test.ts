import { wordNames, wordsFor } from './words';

describe('the words of a kind of proposal', () => {
  it.each([
    ['plenary', '提案', '委员'],
    ['regular', '提案', '委员'],
    ['npc_suggestion', '建议', '代表'],
    ['npc_bill', '议案', '代表'],
    ['toString', '提案', '委员'],
  ])('should be, for %s, %s by a %s', (kind, document, member) => {
    expect(wordsFor(kind)).toMatchObject({ document, member });
  });

  it('should be the place’s own where it has some', () => {
    const place = { npc_suggestion: { office: '市人大代表工委' } };
    expect(wordsFor('npc_suggestion', place)).toEqual({
      ...wordsFor('npc_suggestion'),
      office: '市人大代表工委',
    });
  });

  it('should stay the usual ones for the kinds a place does not mention', () => {
    expect(wordsFor('plenary', { npc_suggestion: { office: '某办' } })).toEqual(wordsFor('plenary'));
  });

  it.each(['proposal', 'npc_suggestion', 'npc_bill'])('should all be there for %s', (kind) => {
    expect(Object.keys(wordsFor(kind))).toEqual(wordNames);
  });
});
