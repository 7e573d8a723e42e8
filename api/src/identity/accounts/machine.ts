import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../relay/node.js';
import { Actor } from './user.js';

export enum MachineKind {
  TRIAGE = 'triage',
  IMPORT = 'import',
  TOKEN = 'token',
}

registerEnumType(MachineKind, {
  name: 'MachineKind',
  description: 'What kind of program acts.',
  valuesConfig: {
    TRIAGE: { description: 'Triage, on its own account.' },
    IMPORT: { description: 'An import of a file, by a caller without a name.' },
    TOKEN: { description: 'A program with a token of the desk.' },
  },
});

@ObjectType({ implements: [Node, Actor], description: 'A program, or the desk itself.' })
export class Machine extends Actor {
  /** The kind, and of tokens which. */
  key!: string;

  @Field(() => MachineKind, { description: 'What kind it is.' })
  kind!: MachineKind;

  override get nodeKey(): string {
    return this.key;
  }
}

function machine(kind: MachineKind, key: string, displayName: string): Machine {
  return Object.assign(new Machine(), { kind, key, displayName });
}

export const triageMachine = () => machine(MachineKind.TRIAGE, 'triage', 'Triage');
export const importMachine = () => machine(MachineKind.IMPORT, 'import', 'Import');
export const tokenMachine = (id: number, name: string) => machine(MachineKind.TOKEN, `token:${id}`, name);
