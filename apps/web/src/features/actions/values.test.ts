import { type FieldOf, fieldsOf, type JsonSchema } from './schema';
import {
  bodyOf,
  cutItem,
  errorAt,
  errorsElsewhere,
  initialValues,
  joinItems,
  missing,
  moved,
  placedIn,
  withValue,
} from './values';

const proposers: JsonSchema = {
  type: 'array',
  title: '提案者',
  minItems: 1,
  items: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', title: '姓名', minLength: 1 },
      contact: { title: '联系方式', default: null, anyOf: [{ type: 'string' }, { type: 'null' }] },
    },
  },
};
const fields = fieldsOf({
  required: ['title', 'proposers', 'unitId'],
  properties: {
    title: { type: 'string', title: '案由', minLength: 1 },
    unitId: { type: 'string', title: '单位', choices: 'units' },
    proposers,
    aliases: { type: 'array', items: { type: 'string' } },
    version: { type: 'integer', widget: 'hidden' },
  },
});

describe('initialValues', () => {
  it('should begin a list that needs an item with an empty one', () => {
    expect(initialValues(fields).proposers).toEqual([{ name: '', contact: null }]);
  });
  it('should take what the server fills in', () => {
    expect(initialValues(fields, { title: '关于养老' }).title).toBe('关于养老');
  });
  it('should complete the items the server fills in', () => {
    expect(initialValues(fields, { proposers: [{ name: '甲' }] }).proposers).toEqual([
      { name: '甲', contact: null },
    ]);
  });
  it('should begin a fixed list empty when the server names no item', () => {
    const fixed = fieldsOf({ properties: { proposers: { ...proposers, itemTitle: 'name' } } });
    expect(initialValues(fixed).proposers).toEqual([]);
  });
});

describe('withValue', () => {
  it('should change a place inside a list', () => {
    expect(withValue({ list: [{ a: 1 }, { a: 2 }] }, ['list', 1, 'a'], 3)).toEqual({
      list: [{ a: 1 }, { a: 3 }],
    });
  });
  it('should leave the given values as they were', () => {
    const values = { a: { b: 1 } };
    withValue(values, ['a', 'b'], 2);
    expect(values).toEqual({ a: { b: 1 } });
  });
});

describe('moved', () => {
  it('should move an item up', () => {
    expect(moved(['甲', '乙', '丙'], 2, 0)).toEqual(['丙', '甲', '乙']);
  });
  it('should change nothing when the place lies outside', () => {
    expect(moved(['甲', '乙'], 0, -1)).toEqual(['甲', '乙']);
  });
});

describe('missing', () => {
  it('should say what to fill in and what to choose', () => {
    const messages = missing(fields, initialValues(fields)).map((error) => error.message);
    expect(messages).toEqual(['请填写案由', '请选择单位', '请填写姓名']);
  });
  it('should point into the list', () => {
    expect(missing(fields, initialValues(fields)).map((error) => error.path)).toContain('proposers.0.name');
  });
  it('should count a text of blanks as empty', () => {
    expect(missing(fields, { ...initialValues(fields), title: '  ' })[0]?.path).toBe('title');
  });
  it('should find nothing when all is there', () => {
    expect(missing(fields, { title: '甲', unitId: 'u', proposers: [{ name: '乙' }] })).toEqual([]);
  });
});

describe('bodyOf', () => {
  it('should send null for an emptied nullable field', () => {
    const body = bodyOf(fields, { proposers: [{ name: '甲', contact: '' }] });
    expect(body.proposers).toEqual([{ name: '甲', contact: null }]);
  });
  it('should leave out the blank lines of a list of texts', () => {
    expect(bodyOf(fields, { aliases: ['甲', ' '] }).aliases).toEqual(['甲']);
  });
  it('should carry hidden values along', () => {
    expect(bodyOf(fields, { version: 7 }).version).toBe(7);
  });
});

describe('errorAt', () => {
  it('should find the message of a place', () => {
    expect(errorAt([{ path: 'proposers.0.name', message: '请填写姓名' }], 'proposers.0.name')).toBe(
      '请填写姓名',
    );
  });
});

describe('errorsElsewhere', () => {
  it.each(['', 'version', 'nowhere', 'proposers.0.nowhere'])(
    'should keep a message at "%s" for the head',
    (path) => {
      expect(errorsElsewhere(fields, [{ path, message: '错' }])).toHaveLength(1);
    },
  );
  it.each(['title', 'proposers', 'proposers.0.name'])(
    'should leave a message at "%s" to its field',
    (path) => {
      expect(errorsElsewhere(fields, [{ path, message: '错' }])).toEqual([]);
    },
  );
});

describe('the items of a list that are cut and joined', () => {
  const [list] = fieldsOf({
    properties: {
      it: {
        type: 'array',
        parts: 'body',
        items: {
          type: 'object',
          properties: {
            id: { anyOf: [{ type: 'string' }, { type: 'null' }], widget: 'hidden' },
            title: { type: 'string' },
            body: { type: 'string' },
          },
        },
      },
    },
  }) as [FieldOf<'list'>];
  const whole = { id: 'a', title: '甲', body: '先修。\n再管。' };

  it('should be two where the cursor was, the second a new one', () => {
    expect(cutItem(list, [whole], 0, 'body', 4)).toEqual([
      { id: 'a', title: '甲', body: '先修。' },
      { id: null, title: '', body: '再管。' },
    ]);
  });
  it('should be one again, under the first one’s name', () => {
    const two = cutItem(list, [whole], 0, 'body', 4);
    expect(joinItems(two, 0, 'body')).toEqual([whole]);
  });
});

describe('a list whose blank items are left out', () => {
  const facts = {
    type: 'array',
    title: '数据',
    items: { type: 'object', properties: { name: { type: 'string' } } },
  };
  const opinions = fieldsOf({
    properties: {
      items: {
        type: 'array',
        minItems: 1,
        itemTitle: 'of',
        skipBlank: 'body',
        items: {
          type: 'object',
          required: ['of', 'body'],
          properties: {
            of: { type: 'string', widget: 'hidden' },
            body: { type: 'string', title: '意见', minLength: 1 },
            facts,
          },
        },
      },
    },
  });
  const blank = { of: 'a', body: ' ', facts: [] };
  const said = { of: 'b', body: '已办。', facts: [] };
  const unsaid = { of: 'c', body: '', facts: [{ name: '桩' }] };

  it('should send those that say something', () => {
    expect(bodyOf(opinions, { items: [blank, said] }).items).toEqual([said]);
  });
  it('should want one of them to say something', () => {
    expect(missing(opinions, { items: [blank, { ...blank, of: 'b' }] })).toEqual([
      { path: 'items.0.body', message: '请至少填写一条意见' },
    ]);
  });
  it('should not leave out one with a figure, and want its words', () => {
    expect(missing(opinions, { items: [said, unsaid] })).toEqual([
      { path: 'items.1.body', message: '请填写意见' },
    ]);
  });
  it('should put a message of the server at the place it has in the form', () => {
    const errors = [{ path: 'items.0.body', message: '太长' }];
    expect(placedIn(opinions, { items: [blank, said] }, errors)[0]?.path).toBe('items.1.body');
  });
});
