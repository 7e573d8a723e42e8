import { expect, test } from '@jest/globals';
import { print } from 'graphql';
import { InboxPageDocument, ManagePageDocument, PalettePageDocument, UpdateTicketsDocument } from '../gql/graphql.js';

// Fifty tickets may have five megabytes of descriptions, and a list is read again every quarter of a minute.
test.each(Object.entries({ InboxPageDocument, ManagePageDocument, PalettePageDocument, UpdateTicketsDocument }))(
  '%s downloads no descriptions',
  (_name, document) => {
    expect(print(document)).not.toMatch(/\bdescription\b/);
  },
);
