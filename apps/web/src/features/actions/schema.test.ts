import { type FieldOf, fieldsOf, type JsonSchema } from './schema';

const only = (property: JsonSchema, required = true) =>
  fieldsOf({ type: 'object', properties: { it: property }, required: required ? ['it'] : [] })[0];

describe('fieldsOf', () => {
  it('should keep the order of the properties', () => {
    const schema = { properties: { b: { type: 'string' }, a: { type: 'string' } } };
    expect(fieldsOf(schema).map((field) => field.name)).toEqual(['b', 'a']);
  });
  it('should be empty when the command asks for nothing', () => {
    expect(fieldsOf({ type: 'object', properties: {} })).toEqual([]);
  });
  it.each<[string, JsonSchema, string]>([
    ['one line', { type: 'string' }, 'text'],
    ['several lines', { type: 'string', widget: 'prose' }, 'prose'],
    ['a wording', { type: 'string', widget: 'template' }, 'template'],
    ['a password', { type: 'string', widget: 'password' }, 'password'],
    ['a day', { type: 'string', format: 'date' }, 'date'],
    ['a number', { type: 'integer', minimum: 1 }, 'number'],
    ['yes or no', { type: 'boolean' }, 'flag'],
    ['an enumeration', { type: 'string', enum: ['a'] }, 'enum'],
    ['one of the choices', { type: 'string', choices: 'units' }, 'choice'],
    ['a class from the choices', { type: 'string', maxLength: 2, choices: 'classes' }, 'choice'],
    ['a hidden value', { type: 'integer', widget: 'hidden' }, 'hidden'],
    ['a hidden choice', { type: 'string', widget: 'hidden', choices: 'suggestions' }, 'hidden'],
    ['a file', { type: 'string', widget: 'file' }, 'file'],
    ['several choices', { type: 'array', items: { type: 'string', choices: 'units' } }, 'choices'],
    ['several of an enumeration', { type: 'array', items: { type: 'string', enum: ['a'] } }, 'enums'],
    ['several lines of text', { type: 'array', items: { type: 'string' } }, 'texts'],
    ['several groups', { type: 'array', items: { type: 'object', properties: {} } }, 'list'],
    ['a hidden list', { type: 'array', widget: 'hidden', items: { type: 'integer' } }, 'hidden'],
  ])('should draw %s', (_, schema, kind) => {
    expect(only(schema)?.kind).toBe(kind);
  });
  it('should see through a nullable value', () => {
    expect(only({ anyOf: [{ type: 'string', widget: 'file' }, { type: 'null' }] })).toMatchObject({
      kind: 'file',
      nullable: true,
      required: false,
    });
  });
  it('should take the words from outside or inside a nullable value', () => {
    expect(only({ title: '外', anyOf: [{ type: 'string', title: '内' }, { type: 'null' }] })?.title).toBe(
      '外',
    );
  });
  it('should require a value when the schema does and it may not be empty', () => {
    expect(only({ type: 'string', minLength: 1 })?.required).toBe(true);
  });
  it('should not require a text when it may stay empty', () => {
    expect(only({ type: 'string', widget: 'prose' })?.required).toBe(false);
  });
  it('should require a list when it needs an item, even where it is not named as required', () => {
    expect(
      only({ type: 'array', minItems: 1, items: { type: 'object', properties: {} } }, false)?.required,
    ).toBe(true);
  });
  it('should never require a tick', () => {
    expect(only({ type: 'boolean' })?.required).toBe(false);
  });
  it('should label the options of an enumeration', () => {
    const field = only({ type: 'string', enum: ['a', 'b'], labels: { a: '甲' } }) as FieldOf<'enum'>;
    expect(field.options).toEqual([
      { value: 'a', label: '甲' },
      { value: 'b', label: 'b' },
    ]);
  });
  it('should name the field that titles the items of a fixed list', () => {
    const items = {
      type: 'object',
      properties: { suggestionId: { type: 'string', choices: 'suggestions' } },
    };
    const field = only({ type: 'array', itemTitle: 'suggestionId', items }) as FieldOf<'list'>;
    expect(field.titleField?.name).toBe('suggestionId');
  });
  it('should start with the default the schema names', () => {
    expect(only({ type: 'boolean', default: true })?.initial).toBe(true);
  });
});
