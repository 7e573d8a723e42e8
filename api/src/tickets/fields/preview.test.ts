import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { beginningLength, previewLength, previewOf } from './preview.js';

const preview = (description: string) => previewOf('Some title', description);

describe('a preview', () => {
  it.each([
    [
      'Every export of **every** workspace ends with `job expired`.',
      'Every export of every workspace ends with job expired.',
    ],
    ['# Since 07:40\n\n- two browsers\n- [x] another account', 'Since 07:40 two browsers another account'],
    ['See [the report](https://example.com/report "now"), ~~soon~~ now', 'See the report, soon now'],
    ['> quoted\n>> twice\n\nTop\n===\nand _this_ *too*', 'quoted twice Top and this too'],
    ['| a | b |\n|---|:-:|\n| 1 | 2 |', 'a | b 1 | 2'],
    ['```js\nlet a;\n```', 'js let a;'],
    ['Name\tQty\nBolt\t3', 'Name Qty Bolt 3'],
  ])('of %j is one line without marks', (markdown, plain) => {
    expect(preview(markdown)).toBe(plain);
  });

  it.each([
    'snake_case_name and 2 * 3 * 4',
    'Error <timeout> where a < b and c > d',
    'Calling Map<String, Object> fails with <timeout> on host <db-1>.',
    'relay --user <name> --room <number>',
    '<order id="4711"> <item>Bolt</item> </order>',
    '<name>Ada</name>',
    'C:\\logs\\*.txt of T-12',
    '4711. order and __init__x',
  ])('loses nothing of %j, which is no markup', (text) => {
    expect(preview(text)).toBe(text);
  });

  it.each([
    [
      '<html><body><p>Hello&nbsp;<b>desk</b>,</p><table><tr><td>Order</td><td>4711</td></tr></table></body></html>',
      'Hello desk, Order 4711',
    ],
    [
      '<!DOCTYPE html><head><style>p { color: red }</style><title>x</title></head><p>Gr&#252;&#xDF;e &lt;b&gt;',
      'Grüße <b>',
    ],
    ['<div>Hello<br>there<!-- hidden --></div>', 'Hello there'],
  ])('of the HTML mail %j is what it says', (html, plain) => {
    expect(preview(html)).toBe(plain);
  });

  it('reads past the style of a mail', () => {
    expect(preview(`<html><head><style>${'p { margin: 0 } '.repeat(150)}</style></head><p>Words</p>`)).toBe('Words');
  });

  it.each([
    ['Printer smokes', 'Printer smokes. It began today.', 'It began today.'],
    ['Printer smokes', '# PRINTER  smokes\n\nIt began today.', 'It began today.'],
    ['Printer smokes', 'Printer smokes', ''],
    ['Print', 'Printer smokes', 'Printer smokes'],
    ['Is it vegan?', 'hey\nIs it vegan? Thx', 'Thx'],
    [
      'A charge shows up twice',
      'To whom it may concern,\nA charge shows up twice. My card is empty.',
      'My card is empty.',
    ],
    ['Print', 'Hello, Print. It stops.', 'It stops.'],
    [
      'Print',
      'I wanted to tell what happened when I said Print. It stops.',
      'I wanted to tell what happened when I said Print. It stops.',
    ],
    ['Which plan?', 'Which plan? We are ten.', 'We are ten.'],
  ])('below the title %j of %j is %j', (title, description, plain) => {
    expect(previewOf(title, description)).toBe(plain);
  });

  it('has at most 240 characters, none of them halved, and is made from the beginning alone', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }),
        fc.array(
          fc.oneof(
            fc.string({ unit: 'grapheme' }),
            fc.constantFrom('**', '# ', '\n', '[', '](', '<p>', '`', '😀'.repeat(300), 'word '.repeat(900)),
          ),
          { maxLength: 30 },
        ),
        (title, parts) => {
          const description = parts.join('');
          const made = previewOf(title, description);
          expect([...made].length).toBeLessThanOrEqual(previewLength);
          expect(made.isWellFormed()).toBe(true);
          expect(previewOf(title, [...description].slice(0, beginningLength).join(''))).toBe(made);
        },
      ),
    );
  });

  it.each(['*', '_', '**', '[', '![', '`', '<', '<!--', '<style>', '&', '| ', '> ', '- ', '~~a'])(
    'of %j a hundred thousand characters long is made at once',
    (part) => {
      const text = `<p>${part.repeat(100_000 / part.length)}</p>`;
      const begun = performance.now();
      for (let times = 0; times < 20; times++) previewOf('T', text.slice(times % 2 ? 3 : 0));
      expect(performance.now() - begun).toBeLessThan(1_000);
    },
  );
});
