import { actionOfForm, formIds, payloadSchema } from '../../../../../src/adapters/teams/cards/payload';
import { ticketActions } from '../../../../../src/domain/ticket/actions/registry';

describe('what buttons carry', () => {
  test('given every form but the one that leads to them, when its action is asked for, then it is one of the process', () => {
    expect(actionOfForm('moreActions')).toBeUndefined();
    expect(actionOfForm('agreeForOperator')).toBe('agreeToPlan');
    expect(actionOfForm('confirmNoticeForOperator')).toBe('confirmNotice');
    const actions = formIds.filter((id) => id !== 'moreActions').map((id) => actionOfForm(id));
    expect(actions.filter((action) => !ticketActions.includes(action))).toEqual([]);
  });

  test('given filters of a list, when they are none of its values, then they narrow nothing', () => {
    const list = { do: 'list', list: 'open', page: 2 };
    expect(payloadSchema.parse({ ...list, module: 'journal', state: 'inTest', faultClass: '2' })).toEqual({
      ...list,
      module: 'journal',
      state: 'inTest',
      faultClass: '2',
    });
    const wrong = payloadSchema.parse({ ...list, module: '', state: 'offen', faultClass: 5 });
    expect(Object.values(wrong).filter((value) => value !== undefined)).toEqual(['list', 'open', 2]);
  });

  test.each([0, -1, 1.5, 10_001, '2', undefined])(
    'given the page %p, when it is read, then it is refused',
    (page) => {
      expect(payloadSchema.safeParse({ do: 'list', list: 'open', page }).success).toBe(false);
    },
  );

  test('given a history, when it is asked for, then it may be at a page', () => {
    const read = { do: 'read', what: 'history', ticket: 'SP-2026-0001' };
    expect(payloadSchema.parse(read)).toEqual(read);
    expect(payloadSchema.parse({ ...read, page: 3 })).toEqual({ ...read, page: 3 });
  });
});
