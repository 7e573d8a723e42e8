/** Mail whose build is the trouble: parts in parts, broken borders and encodings, too much of everything. */
import { composed, single, type Ugly } from './ugly-mail.js';
import { deep, file, flowed, html, image, nested, text } from './ugly-pieces.js';

export const uglyParts: readonly Ugly[] = [
  {
    name: 'text and HTML',
    bytes: composed('alternative', [text('plain one'), html('<p>rich one</p>')]),
    words: ['plain one'],
  },
  {
    name: 'HTML before text',
    bytes: composed('alternative', [html('<p>rich two</p>'), text('plain two')]),
    words: ['plain two'],
  },
  {
    name: 'HTML alone',
    bytes: single(
      ['Content-Type: text/html'],
      '<html><head><style>p{color:red}</style></head><body><p>I am <b>rich three</b>.</p></body></html>',
    ),
    words: ['rich three'],
  },
  {
    name: 'HTML beside an empty text',
    bytes: composed('alternative', [text('  '), html('<div>rich four</div>')]),
    words: ['rich four'],
  },
  {
    name: 'HTML with a table and links',
    bytes: single(
      ['Content-Type: text/html; charset=utf-8'],
      '<table><tr><th>name five</th><td>cell five</td></tr></table><a href="https://example.org/five">click</a>',
    ),
    words: ['name five', 'cell five', 'https://example.org/five'],
  },
  {
    name: 'HTML that fetches and runs',
    bytes: single(
      ['Content-Type: text/html'],
      '<script>alert(1)</script><img src="http://127.0.0.1/pixel"><p onclick="x()">words six</p>',
    ),
    words: ['words six'],
  },
  {
    name: 'HTML that never ends',
    bytes: single(['Content-Type: text/html'], '<div><p>words seven<b><i><table><tr><td>in seven'),
    words: ['words seven', 'in seven'],
  },
  {
    name: '20,000 elements in each other',
    bytes: single(['Content-Type: text/html'], `top eight${'<div>'.repeat(20_000)}`),
    words: ['top eight'],
  },
  {
    name: 'mixed, related and alternative',
    bytes: composed('mixed', [
      nested(
        'related',
        [nested('alternative', [text('plain nine'), html('<p>nine <img src="cid:dot@x"></p>')], 'c'), image],
        'r',
      ),
      file("attachment; filename*=utf-8''Rechnung%20%E2%82%AC.pdf"),
    ]),
    words: ['plain nine'],
    files: ['dot.png', 'Rechnung €.pdf'],
  },
  {
    name: 'words in two parts',
    bytes: composed('mixed', [text('first ten'), text('second ten')]),
    words: ['first ten', 'second ten'],
  },
  {
    name: 'words around a picture',
    bytes: composed('mixed', [text('above eleven'), image, text('below eleven')]),
    words: ['above eleven', 'below eleven'],
    files: ['dot.png'],
  },
  {
    name: 'a forwarded mail',
    bytes: composed('mixed', [
      text('look at 31'),
      { type: 'message/rfc822', body: 'From: x@y.example\r\nSubject: Inner 31\r\n\r\ninner words' },
    ]),
    words: ['look at 31'],
    files: ['message.eml'],
  },
  {
    name: 'format=flowed with DelSp',
    bytes: single(flowed, 'This sentence is bro \r\nken for the wire 32.\r\n> quoted words  \r\n> on.'),
    words: ['This sentence is broken for the wire 32.'],
  },
  {
    name: 'a boundary that never comes',
    bytes: single(['Content-Type: multipart/mixed; boundary=never'], 'words of 33'),
    words: [],
  },
  {
    name: 'no boundary at all',
    bytes: single(['Content-Type: multipart/mixed', 'Subject: Boundless 34'], '--b\r\n\r\nwords of 34\r\n--b--'),
    words: ['Boundless 34'],
  },
  {
    name: 'a part that is cut off',
    bytes: single(['Content-Type: multipart/mixed; boundary=b'], '--b\r\nContent-Type: text/plain\r\n\r\ncut 35'),
    words: ['cut 35'],
  },
  {
    name: 'words before and after the parts',
    bytes: single(
      ['Content-Type: multipart/mixed; boundary=b'],
      'before\r\n--b\r\nContent-Type: text/plain\r\n\r\nwithin 36\r\n--b--\r\nafter',
    ),
    words: ['within 36'],
  },
  {
    name: 'broken base64',
    bytes: single(['Subject: Broken 37', 'Content-Transfer-Encoding: base64'], '*** not base64 ***'),
    words: ['Broken 37'],
  },
  {
    name: 'broken quoted-printable',
    bytes: single(['Content-Transfer-Encoding: quoted-printable'], 'kept 38 =ZZ = =\r\nand on'),
    words: ['kept 38'],
  },
  {
    name: 'an encoding that nobody knows',
    bytes: single(['Content-Transfer-Encoding: x-strange'], 'strange 39'),
    words: ['strange 39'],
  },
  {
    name: 'an encoded multipart',
    bytes: single(
      ['Subject: Odd 40', 'Content-Type: multipart/mixed; boundary=b', 'Content-Transfer-Encoding: base64'],
      '--b\r\n\r\nwithin 40\r\n--b--',
    ),
    words: ['Odd 40'],
  },
  { name: 'a content type of nonsense', bytes: single(['Content-Type: ;;;=//'], 'nonsense 41'), words: [] },
  {
    name: 'a line of a megabyte',
    bytes: single([], `begin42 ${'a'.repeat(1_000_000)} end42`),
    words: ['begin42'],
    files: ['message.txt'],
  },
  {
    name: 'ten levels',
    bytes: composed('mixed', [deep(10), text('ten levels 43')]),
    words: ['ten levels 43', 'at the bottom'],
  },
  { name: 'thirty levels', bytes: composed('mixed', [deep(30)]), state: 'QUARANTINED' },
  {
    name: '300 parts',
    bytes: composed(
      'mixed',
      Array.from({ length: 300 }, (_, n) => text(`part ${n}`)),
    ),
    state: 'QUARANTINED',
  },
  {
    name: '60 files',
    bytes: composed(
      'mixed',
      Array.from({ length: 60 }, (_, n) => file(`attachment; filename=f${n}.txt`)),
    ),
    state: 'QUARANTINED',
  },
  {
    name: 'a megabyte of headers',
    bytes: single(
      Array.from({ length: 12_000 }, (_, n) => `X-H${n}: ${'v'.repeat(80)}`),
      'x',
    ),
    state: 'QUARANTINED',
  },
];
