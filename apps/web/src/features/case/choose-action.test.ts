import type { NextAction } from '../../shared/api/types';
import { actionKey } from './action-key';
import { chooseAction } from './choose-action';

const button = (command: string, more: Partial<NextAction> = {}): NextAction =>
  ({ command, targetId: '1', todo: false, blockedBy: null, defaults: {}, ...more }) as NextAction;

describe('chooseAction', () => {
  const side = button('draft.addSection');
  const blocked = button('draft.submit', { todo: true, blockedBy: '还有两家未交意见' });
  const waiting = button('opinion.accept', { todo: true });

  it('should open the button that was asked for', () => {
    expect(chooseAction([waiting, side], actionKey(side))).toBe(side);
  });
  it('should prefer what can be done now when nothing was asked for', () => {
    expect(chooseAction([blocked, waiting], undefined)).toBe(waiting);
  });
  it('should show what waits when all of it is blocked', () => {
    expect(chooseAction([side, blocked], undefined)).toBe(blocked);
  });
  it('should fall back when the button asked for is gone', () => {
    expect(chooseAction([waiting], 'assignment.sign~9')).toBe(waiting);
  });
  it('should open none when nothing waits', () => {
    expect(chooseAction([side], undefined)).toBeUndefined();
  });
});

describe('actionKey', () => {
  it('should tell two targets of one command apart', () => {
    expect(actionKey(button('opinion.accept', { targetId: 'a' }))).not.toBe(
      actionKey(button('opinion.accept', { targetId: 'b' })),
    );
  });
  it('should tell the sections of one draft apart', () => {
    expect(actionKey(button('draft.saveSection', { defaults: { sectionId: 's1' } }))).not.toBe(
      actionKey(button('draft.saveSection', { defaults: { sectionId: 's2' } })),
    );
  });
  it('should be the command alone when it makes something new', () => {
    expect(actionKey(button('proposal.register', { targetId: null }))).toBe('proposal.register');
  });
});
