import {
  commitmentsSearch,
  caseSearch,
  loginSearch,
  proposalsSearch,
  todoSearch,
  noticesSearch,
} from './search';

describe('loginSearch', () => {
  it('should keep a place of our own', () => {
    expect(loginSearch({ next: '/proposals/1?tab=draft' })).toEqual({ next: '/proposals/1?tab=draft' });
  });
  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', '/login?next=/x'])(
    'should drop %s',
    (next) => {
      expect(loginSearch({ next })).toEqual({});
    },
  );
});

describe('todoSearch', () => {
  it('should keep a box there is', () => {
    expect(todoSearch({ box: 'mine' })).toEqual({ box: 'mine' });
  });
  it('should drop a box there is not', () => {
    expect(todoSearch({ box: 'yours' })).toEqual({});
  });
});

describe('proposalsSearch', () => {
  it('should read a number that the address shows without quotes as text', () => {
    expect(proposalsSearch({ q: 134030 })).toEqual({ q: '134030' });
  });
  it.each([0, -1, 'x', 1])('should begin on the first page when the page is %s', (page) => {
    expect(proposalsSearch({ page })).toEqual({});
  });
});

describe('commitmentsSearch', () => {
  it('should keep year, unit, sort and page', () => {
    const search = { year: 2027, unit: 'u1', show: 'overdue', page: 2 };
    expect(commitmentsSearch(search)).toEqual(search);
  });
  it('should drop what it does not know', () => {
    expect(commitmentsSearch({ year: 'x', show: 'proposed', page: 0 })).toEqual({});
  });
});

describe('caseSearch', () => {
  it('should keep the tab, the button and what is filled in', () => {
    const search = { tab: 'draft', do: 'draft.adopt~1', with: { sectionId: '2' } };
    expect(caseSearch(search)).toEqual(search);
  });
  it('should drop what it does not know', () => {
    expect(caseSearch({ tab: 'nowhere', with: 'x', more: 1 })).toEqual({});
  });
});

describe('which notices', () => {
  it.each(['all', 'unread'])('should be taken: %s', (box) => {
    expect(noticesSearch({ box })).toEqual({ box });
  });
  it.each([undefined, '', 'old', 7, ['all']])('should be none for %j', (box) => {
    expect(noticesSearch({ box })).toEqual({ box: undefined });
  });
});
