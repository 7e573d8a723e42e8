/** Values for an input type of the schema: what it allows, or, where asked for, what it does not. */
import fc, { type GeneratorValue } from 'fast-check';
import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { encodeGlobalId } from '../../src/relay/global-id.js';
import { nastyJson, nastyText } from './nasty-values.js';

/** True once in so many times. */
export const rarely = (draw: GeneratorValue, oneIn: number): boolean => draw(fc.nat, { max: oneIn - 1 }) === oneIn - 1;

export function pick<T>(draw: GeneratorValue, from: readonly T[]): T {
  const chosen = from[draw(fc.nat, { max: from.length - 1 })];
  if (chosen === undefined) throw new Error('There is nothing to pick from.');
  return chosen;
}

/** Global ids of what may exist, and of what cannot. */
const ids = [
  ...Array.from({ length: 60 }, (_, index) => encodeGlobalId('Ticket', index + 1)),
  ...['0', '-1', '99999999999', '1.5', '', ' 1'].map((key) => encodeGlobalId('Ticket', key)),
  ...['Query', 'TicketEvent', 'TriageSuggestion', 'Nothing'].map((type) => encodeGlobalId(type, 1)),
];

/** @param daring sometimes values that the type does not allow */
export function inputValue(draw: GeneratorValue, type: GraphQLInputType, daring: boolean): unknown {
  if (daring && rarely(draw, 25)) return draw(() => nastyJson);
  if (isNonNullType(type)) return inputValue(draw, type.ofType, daring);
  if (rarely(draw, 12)) return null;
  if (isListType(type)) {
    return Array.from({ length: draw(fc.nat, { max: 3 }) }, () => inputValue(draw, type.ofType, daring));
  }
  if (isEnumType(type)) return pick(draw, type.getValues()).name;
  if (!isInputObjectType(type)) return scalarValue(draw, type.name);
  const fields = Object.values(type.getFields()).filter((field) => isRequiredInputField(field) || rarely(draw, 3));
  return Object.fromEntries(fields.map((field) => [field.name, inputValue(draw, field.type, daring)]));
}

function scalarValue(draw: GeneratorValue, name: string): unknown {
  switch (name) {
    case 'Int':
      return rarely(draw, 8) ? draw(fc.integer) : draw(fc.integer, { min: 0, max: 6 });
    case 'Float':
      return draw(fc.double, { noNaN: true, noDefaultInfinity: true });
    case 'Boolean':
      return draw(fc.boolean);
    case 'ID':
      return rarely(draw, 8) ? draw(() => nastyText) : pick(draw, ids);
    case 'DateTime':
      return draw(fc.date, { noInvalidDate: true }).toISOString();
    case 'LocalDate':
      return draw(fc.date, { noInvalidDate: true }).toISOString().slice(0, 10);
    default:
      return draw(() => nastyText);
  }
}
