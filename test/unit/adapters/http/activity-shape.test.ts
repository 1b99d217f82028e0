import { readActivity } from '../../../../src/adapters/http/activity-shape';

const activity = {
  type: 'message',
  serviceUrl: 'http://127.0.0.1:1/',
  conversation: { id: '19:a@thread.tacv2' },
  from: { id: '29:a' },
};

describe('the shape of an activity', () => {
  test.each(['entities', 'attachments', 'membersAdded', 'membersRemoved'])(
    'given %s that are no list of objects, then the field is named',
    (field) => {
      for (const wrong of ['x', 1, {}, ['x'], [null]])
        expect(readActivity({ ...activity, [field]: wrong })).toEqual({
          wrong: [expect.stringMatching(new RegExp(`^${field}`))],
        });
    },
  );

  test('given a text, an id or a person that is no text, then the field is named', () => {
    expect(readActivity({ ...activity, text: {} })).toEqual({ wrong: ['text'] });
    expect(readActivity({ ...activity, from: { id: 1 } })).toEqual({ wrong: ['from.id'] });
    expect(readActivity({ ...activity, conversation: 'x' })).toEqual({ wrong: ['conversation'] });
  });

  test('given an id with control characters, or longer than any, then the field is named', () => {
    for (const wrong of ['\u0000', '19:a\n', '\u0085', 'a'.repeat(2_001)]) {
      expect(readActivity({ ...activity, id: wrong })).toEqual({ wrong: ['id'] });
      expect(readActivity({ ...activity, replyToId: wrong })).toEqual({ wrong: ['replyToId'] });
      expect(readActivity({ ...activity, from: { id: wrong } })).toEqual({ wrong: ['from.id'] });
      expect(readActivity({ ...activity, conversation: { id: wrong } })).toEqual({
        wrong: ['conversation.id'],
      });
    }
  });

  test.each(['name', 'aadObjectId', 'role'])(
    'given %s of the conversation, which an answer repeats, in a wrong type, then it is named',
    (field) => {
      for (const wrong of [0, [], {}])
        expect(
          readActivity({ ...activity, conversation: { ...activity.conversation, [field]: wrong } }),
        ).toEqual({ wrong: [`conversation.${field}`] });
      expect(
        readActivity({ ...activity, conversation: { ...activity.conversation, [field]: null } }),
      ).toEqual({ activity });
    },
  );

  test('given what kind of conversation it is in a wrong type, then it is none that is known, and never a private chat', () => {
    for (const wrong of [0, [], {}]) {
      const conversation = { ...activity.conversation, conversationType: wrong, isGroup: wrong };
      expect(readActivity({ ...activity, conversation })).toEqual({
        activity: { ...activity, conversation: { ...activity.conversation, isGroup: true } },
      });
    }
  });

  test('given a locale or a role, which an answer repeats, in a wrong type, then it is named', () => {
    expect(readActivity({ ...activity, locale: 7 })).toEqual({ wrong: ['locale'] });
    expect(readActivity({ ...activity, from: { ...activity.from, role: {} } })).toEqual({
      wrong: ['from.role'],
    });
    expect(readActivity({ ...activity, recipient: { id: '28:bot', role: [] } })).toEqual({
      wrong: ['recipient.role'],
    });
  });

  test('given lists of objects and any value, then they come through with all their fields', () => {
    const full = { ...activity, text: '', entities: [{ type: 'mention', x: 1 }], membersAdded: [], value: 7 };
    expect(readActivity(full)).toEqual({ activity: full });
    expect(readActivity({ ...activity, text: null, entities: null })).toEqual({ activity });
  });
});
