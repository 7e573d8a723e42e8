import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { connectionType, edgeType } from '../relay/connection.js';
import { Node } from '../relay/node.js';
import type { StoredFile } from './stored-file.js';

@ObjectType({ implements: Node, description: 'A file of a ticket, a reply or a note.' })
export class Attachment extends Node {
  constructor(readonly file: StoredFile) {
    super();
  }

  get nodeKey(): string {
    return this.file.key;
  }

  @Field(() => String, { description: 'Its name, without folders.' })
  get fileName(): string {
    return this.file.fileName;
  }

  @Field(() => String, { description: 'What its bytes say, not what its sender said.' })
  get mediaType(): string {
    return this.file.mediaType;
  }

  @Field(() => Int, { description: 'In bytes.' })
  get size(): number {
    return this.file.size;
  }

  @Field(() => String, { description: 'The SHA-256 of its bytes, in hexadecimal.' })
  get sha256(): string {
    return this.file.sha256;
  }

  @Field(() => DateTime, { description: 'When it was sent.' })
  get createdAt(): string {
    return this.file.createdAt;
  }
}

export const AttachmentEdge = edgeType(Attachment);
export const AttachmentConnection = connectionType(Attachment, AttachmentEdge);
export type AttachmentConnection = InstanceType<typeof AttachmentConnection>;
