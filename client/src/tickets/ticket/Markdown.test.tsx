import { describe, expect, it } from '@jest/globals';
import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { Markdown } from './Markdown.js';

/** What a page shows: the texts of its elements, with the breaks between lines. */
function shown(text: string): { page: HTMLElement; words: string } {
  cleanup();
  const { container } = render(<Markdown text={text} evidence={[]} />);
  for (const end of container.querySelectorAll('br')) end.after('\n');
  return { page: container, words: container.textContent ?? '' };
}

/** The mark of a task that is done is its box. */
const wordsOf = (text: string) => text.replace(/\[x\]/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
const hidden = (text: string) => {
  const { words } = shown(text);
  return wordsOf(text).filter((word) => !words.includes(word));
};

describe('nothing that was sent is hidden', () => {
  it.each([
    'Calling Map<String, Object> fails with <timeout> on host <db-1>.',
    'Our feed sends:\n<order id="4711">\n  <item>Bolt</item>\n</order>\nand the desk answers 400.',
    'Run relay --user <name> --room <number>',
    'done\n<script>x</script> <T> List<String> y\nnext',
    'Name\tQty\nBolt\t3\nNut\t10',
    'The page says &nbsp; and &amp;copy; here, at \\\\server\\share\\*.txt',
  ])('%j stands on the page as it is', (sent) => {
    const lines = shown(sent)
      .words.split('\n')
      .map((line) => line.trim());
    expect(lines.filter(Boolean)).toEqual(sent.split('\n').map((line) => line.trim()));
  });

  it.each([
    [
      'a definition of a link',
      'See [the log]\n\n[the log]: https://example.com/log "as of noon"\n[spare]: <https://spare.example> (why)',
    ],
    ['a reference with a definition', 'See [the log][1] there\n\n[1]: https://example.com'],
    ['footnotes', 'Late[^1] again[^b]\n\n[^1]: by two days\n[^unused]: by three\n    and more'],
    ['a comment', 'before <!-- do not\ntell --> after\n\n<!-- alone -->'],
    [
      'instructions and declarations',
      '<?xml version="1.0"?>\n<!DOCTYPE note SYSTEM "note.dtd">\n<![CDATA[ data ]]>\n<note/>',
    ],
    ['front matter', '---\ntitle: Broken\ntags: [a, b]\n---\nWords'],
    ['entity references', 'Shows &lt;b&gt; and &eacute; &#8364; &#x20AC; &unknown;'],
    ['an image with alternative text', '![a red lamp](https://example.com/lamp.png "beside the door")'],
    ['an image without', '![](https://example.com/lamp.png)'],
    [
      'addresses of links',
      'Click [here](https://evil.example/pay?order=1 "trust us") or [](https://empty.example) or [x](javascript:alert)',
    ],
    ['links by themselves', '<https://example.com/a> and <mail@example.com>, https://example.com/b, www.example.com'],
    ['the words behind a fence', '```error: disk full on host7\ncode\n```\n\n~~~\nunclosed'],
    ['cells beyond the head of a table', '| a | b |\n|---|---|\n| one | two | three | four |\n| five |'],
    ['numbers of lists', '548. first\n548. second\n7) other'],
    ['lists in lists', '1. one\n   - two\n     3. three\n\n       four\n2. five'],
    ['tasks', '- [x] paid\n- [ ] sent\n  - [ ] packed'],
    ['a heading with marks', '# One #\nTwo\n===\n- - -\nThree\n---'],
    ['struck and stressed words', '~~gone~~ ~one~ **two** __three__ *four* 2*3*4 a_b_c'],
    ['mail headers', 'From: Ada <ada@example.com>\nTo: <desk@example.com>\nSubject: x'],
    ['a stack trace', 'Error: no\n    at read (a.js:1:2)\n    at <anonymous> (b.js:3:4)\n\tat last'],
    ['indented code', 'Text\n\n    <a>\n\tb\n'],
    ['quotes', '> one\n> > two\nthree\n>four'],
    ['quotes nested past reason', `${'>'.repeat(3_000)} deep\n${'- '.repeat(500)}list`],
    ['an HTML fragment in a text', 'Hello<br>there <b>bold</b> <a href="https://example.com/x">link</a>'],
  ])('%s', (_what, sent) => {
    expect(hidden(sent)).toEqual([]);
  });

  const word = fc.stringMatching(/^[a-zäöü0-9]{1,8}$/);
  const around = fc.constantFrom(
    ['<', '>'],
    ['</', '>'],
    ['<!-- ', ' -->'],
    ['<b title="', '">'],
    ['&', ';'],
    ['&#', ';'],
    ['[', ']'],
    ['[', ']: /x'],
    ['[^', ']: '],
    ['[^', ']'],
    ['![', '](/y "z")'],
    ['[', "](<q r> 's')"],
    ['](', ')'],
    ['**', '**'],
    ['`', '`'],
    ['``` ', '\n'],
    ['| ', ' |'],
    ['# ', '\n'],
    ['1. ', '\n'],
    ['- [x] ', '\n'],
    ['> ', '\n'],
    ['\\', '\\'],
    ['~~', '~~'],
    ['_', '_'],
    ['', '\n---\n'],
    ['', '|\n|-|\n|'],
    ['    ', '\n'],
    ['\t', '\t'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
    ['<style>', '</style>'],
    ['<p>', ''],
    ['', ''],
  );
  const piece = fc.tuple(around, word).map(([[before = '', after = ''], text]) => `${before}${text}${after}`);
  const description = fc
    .array(fc.tuple(piece, fc.constantFrom(' ', '\n', '\n\n', '', '  \n')), { minLength: 1, maxLength: 25 })
    .map((pieces) => pieces.flat().join(''));

  it('of any description', () => {
    // What an HTML mail says is shown in its own way.
    fc.assert(
      fc.property(
        description.map((text) => `x ${text}`),
        (sent) => expect(hidden(sent)).toEqual([]),
      ),
      { numRuns: 500 },
    );
  });

  it('of any description that may be HTML', () => {
    fc.assert(
      fc.property(description, (sent) => expect(hidden(sent)).toEqual([])),
      { numRuns: 300 },
    );
  });
});

describe('an HTML mail', () => {
  it('is shown by its words, line by line', () => {
    const mail =
      '<html><head><style>p { color: red }</style></head><body><p>Hello&nbsp;<b>desk</b>,</p><table><tr><td>Order</td><td>4711</td></tr><tr><td>Bolts</td><td>3</td></tr></table><ul><li>one</li></ul><a href="https://example.com/x">see</a><br>Bye</body></html>';
    const { page } = shown(mail);
    expect(page.querySelector('p')?.textContent).toBe(
      'Hello desk,\n\nOrder\t4711\nBolts\t3\n\n• one\n\nsee (https://example.com/x)\nBye',
    );
    expect(page.querySelector('details pre')?.textContent).toBe(mail);
  });

  it('runs and loads nothing', () => {
    const { page } = shown(
      '<html><div>Hi<img src="https://example.com/x.png" onerror="alert(1)" alt="logo"><script>alert(1)</script></div>',
    );
    expect(page.querySelectorAll('img,script,iframe,[onerror]')).toHaveLength(0);
    expect(page.querySelector('p')?.textContent).toBe('Hilogo');
  });
});

describe('a description', () => {
  it('breaks its lines where they were broken', () => {
    const { page } = shown('Regards\nAda\n  Desk 4\n- one\ntwo\n\n**a**\n**b**  \n`c`');
    expect([...page.querySelectorAll('p')].map((one) => one.querySelectorAll('br').length)).toEqual([2, 1, 2]);
  });

  it('keeps columns by tab and by blanks in one block', () => {
    for (const text of ['Name\tQty\nBolt\t3', '10:00:01  INFO   start\n10:00:02  ERROR  stop']) {
      expect(shown(text).page.querySelector('pre')?.textContent?.trim()).toBe(text);
    }
  });

  it('scrolls a table in a box of its own, reached by keyboard', () => {
    const box = shown('| a | b |\n|---|---|\n| 1 | 2 |').page.querySelector('table')?.parentElement;
    expect(box?.tabIndex).toBe(0);
    expect(box?.getAttribute('aria-label')).toBe('Table');
  });

  it('names the boxes of its tasks', () => {
    const boxes = [...shown('- [x] paid in full\n- [ ] sent').page.querySelectorAll('input')];
    expect(boxes.map((box) => box.getAttribute('aria-label'))).toEqual(['paid in full', 'sent']);
  });

  it('has each block in the direction of its own words', () => {
    const { page } = shown('שלום\n\n# Title\n\n- one\n\n> two\n\n| a |\n|---|\n| b |');
    const blocks = [...page.querySelectorAll('p,h3,li,blockquote,th,td')];
    expect(blocks.length).toBeGreaterThanOrEqual(7);
    expect(blocks.filter((block) => block.getAttribute('dir') !== 'auto')).toEqual([]);
  });
});
