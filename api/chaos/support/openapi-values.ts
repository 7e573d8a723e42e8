/** Values for a schema of the document: mostly what it allows, sometimes what it forbids. */
import fc from 'fast-check';
import { mostly, nastyJson, nastyNumber, nastyText } from './nasty-values.js';
import { type OpenApi, resolve, type Schema } from './openapi-document.js';

/** Ends of ranges find more than their middles; long texts find nothing more after the first. */
const longestText = 300;

export function valueFor(document: OpenApi, reference: Schema): fc.Arbitrary<unknown> {
  const schema = resolve(document, reference);
  return mostly(allowed(document, schema), nastyJson, 24);
}

function allowed(document: OpenApi, schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const types = [schema.type ?? 'string'].flat();
  return fc.oneof(...types.map((type) => ofType(document, schema, type)));
}

function ofType(document: OpenApi, schema: Schema, type: string): fc.Arbitrary<unknown> {
  switch (type) {
    case 'object':
      return objectOf(document, schema);
    case 'array':
      return fc.array(valueFor(document, schema.items ?? {}), { maxLength: 3 });
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 });
    case 'number':
      return nastyNumber;
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return textOf(schema);
  }
}

function textOf({ format, minLength = 0, maxLength = longestText }: Schema): fc.Arbitrary<string> {
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  const plain = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, longestText) });
  return mostly(plain, nastyText, 12);
}

/** Required fields are mostly there, each of the others now and then; unknown ones, and those of a prototype, rarely. */
function objectOf(document: OpenApi, { properties = {}, required = [] }: Schema): fc.Arbitrary<object> {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const value = valueFor(document, schema);
    const nothing = fc.constant(undefined);
    const present = required.includes(name) ? mostly(value, nothing, 30) : mostly(nothing, value, 3);
    return present.map((given) => [name, given]);
  });
  const known = fc
    .tuple(...fields)
    .map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== undefined)));
  const extra = fc.tuple(nastyText, nastyJson).map(([name, value]) => ({ [name]: value }));
  return fc.tuple(known, mostly(fc.constant({}), extra, 12)).map(([fields, more]) => ({ ...fields, ...more }));
}
