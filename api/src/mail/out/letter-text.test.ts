import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { letterHtml, letterText } from './letter-text.js';

const link = { label: 'The whole conversation', url: 'https://desk.example.org/r#abc' };

test('says the same as text and as HTML', () => {
  const words = {
    body: 'Try again.\nIt works & is < 3 MB.\n\nSee https://example.org/a?b=1&c=2.',
    signature: 'Ada',
    link,
    footer: ['T-1'],
  };
  expect(letterText(words)).toBe(
    'Try again.\nIt works & is < 3 MB.\n\nSee https://example.org/a?b=1&c=2.\n\nAda\n\n-- \nThe whole conversation: https://desk.example.org/r#abc\nT-1\n',
  );
  const html = letterHtml(words);
  expect(html).toContain('Try again.<br>It works &amp; is &lt; 3 MB.');
  expect(html).toContain('<a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>.');
  expect(html).toContain('href="https://desk.example.org/r#abc"');
});

test('lets no words become markup', () => {
  const bare = letterHtml({ body: 'x', signature: 'x', link, footer: ['x'] });
  const tags = (html: string) => html.match(/<[^>]*>/g)?.filter((tag) => !/^<(br|\/?p|\/?a)\b/.test(tag));
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('<script>', '"><img src=x>', 'https://a.b/\'"><b>', '&#x3c;'),
      (text, hostile) => {
        const words = `${text}${hostile}`;
        const html = letterHtml({ body: words, signature: words, link: { ...link, label: words }, footer: [words] });
        expect(tags(html)).toEqual(tags(bare));
        expect(html.match(/<a href="[^"<>]*"( style="[^"<>]*")?>/g)?.length).toBe(html.match(/<a\b/g)?.length);
      },
    ),
  );
});
