import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isBlank as isBlankInClient } from '../../client/src/tickets/isBlank.js';
import { fold as foldInClient } from '../../client/src/ui/fold.js';
import { isBlank } from '../src/tickets/fields/visible-text.js';
import { createTestDatabase, type TestDatabase, withDataSource } from './support/database.js';

/** Every character but surrogates and U+0000, which no text of the database holds. */
const characters = Array.from({ length: 0x11_0000 }, (_, code) => code)
  .filter((code) => code > 0 && (code < 0xd800 || code > 0xdfff))
  .map((code) => String.fromCodePoint(code));

const everyCharacter = `from generate_series(1, 1114111) code where code not between 55296 and 57343`;

const named = (texts: readonly string[]) => texts.map((text) => `U+${text.codePointAt(0)?.toString(16).toUpperCase()}`);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

function query<Row>(text: string): Promise<Row[]> {
  return withDataSource(database, (dataSource) => dataSource.query<Row[]>(text));
}

describe('a character that shows nothing', () => {
  it('is the same to the service, the database and the web client', async () => {
    const rows = await query<{ code: number }>(`select code ${everyCharacter} and is_blank(chr(code)) order by code`);
    const inDatabase = rows.map(({ code }) => String.fromCodePoint(code));
    expect(named(characters.filter(isBlank))).toEqual(named(inDatabase));
    expect(named(characters.filter(isBlankInClient))).toEqual(named(inDatabase));
  });

  it('is white space or what Unicode calls ignorable, and no letter', () => {
    const ignorable = characters.filter((character) =>
      /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/u.test(character),
    );
    expect(named(ignorable.filter((character) => !isBlank(character)))).toEqual([]);
    const blank = characters.filter(isBlank).filter((character) => /[\p{N}\p{P}\p{Sm}\p{Sc}\p{Sk}]/u.test(character));
    expect(named(blank)).toEqual([]);
  });
});

describe('what a search takes for equal', () => {
  /** Capitals of rare scripts, and letters younger than the database, stay as they were written. */
  const isLeftAlone = (character: string, folded: string) =>
    folded === character && character > '\u1000' && /\p{Lu}|\p{So}|\p{Lm}/u.test(character);

  it('is the same to the database and to the marks in the web client', async () => {
    const rows = await query<{ code: number; folded: string }>(
      `select code, fold_text(chr(code)) as folded ${everyCharacter} and code < 65536`,
    );
    const known = rows.filter(({ code }) => /\p{Assigned}/u.test(String.fromCodePoint(code)));
    const different = known
      .map(({ code, folded }) => ({ character: String.fromCodePoint(code), folded }))
      .filter(({ character, folded }) => foldInClient(character) !== folded && !isLeftAlone(character, folded));
    expect(
      different.map(
        ({ character, folded }) => `${named([character])} ${character} ${folded} ${foldInClient(character)}`,
      ),
    ).toEqual([]);
  });
});
