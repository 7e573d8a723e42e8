import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../../src/schema.js';

/** Writes schema.graphql, or the file that is named, from the code. */
const target = process.argv[2] ?? new URL('../../../schema.graphql', import.meta.url);
writeFileSync(target, `${printSchema(lexicographicSortSchema(await createSchema()))}\n`);
