import { stateCouncilCalendar } from '../calendar';
import { computeDeadline } from './deadline';

const calendar = stateCouncilCalendar();

describe('computeDeadline', () => {
  it('should count a worked Sunday when five working days follow 18 September 2026', () => {
    expect(computeDeadline({ from: '2026-09-18', rule: '5工作日', calendar }).due).toBe('2026-09-24');
  });

  it('should pass over the Spring Festival when ten working days follow 10 February 2026', () => {
    expect(computeDeadline({ from: '2026-02-10', rule: '10工作日', calendar }).due).toBe('2026-03-02');
  });
});
