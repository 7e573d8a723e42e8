/** Mail whose build is the trouble: parts in parts, files without names, containers, too much of everything. */
import { base64, composed, multipart, type Part, single, tnef, type Ugly } from './ugly-mail.js';

const text = (body: string): Part => ({ type: 'text/plain; charset=utf-8', body });
const html = (body: string): Part => ({ type: 'text/html; charset=utf-8', body });
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const image: Part = {
  type: 'image/png',
  headers: [
    'Content-ID: <dot@x>',
    'Content-Disposition: inline; filename=dot.png',
    'Content-Transfer-Encoding: base64',
  ],
  body: png,
};
const file = (disposition: string, type = 'application/octet-stream', body = 'content'): Part => ({
  type,
  headers: [`Content-Disposition: ${disposition}`],
  body,
});
const nested = (kind: string, parts: readonly Part[], boundary: string): Part => multipart(kind, parts, boundary);

function deep(levels: number): Part {
  let part = text('at the bottom');
  for (let level = 0; level < levels; level++) part = nested('mixed', [part], `deep${level}`);
  return part;
}

const flowed = ['Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes'];

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
    name: 'a file without a name',
    bytes: composed('mixed', [
      text('see twelve'),
      { type: 'application/pdf', headers: ['Content-Disposition: attachment'], body: '%PDF-' },
    ]),
    words: ['see twelve'],
    files: ['unnamed.pdf'],
  },
  {
    name: 'a file without anything',
    bytes: composed('mixed', [text('see thirteen'), { headers: ['Content-Disposition: attachment'], body: 'text' }]),
    words: ['see thirteen'],
  },
  {
    name: 'a file named in the type',
    bytes: composed('mixed', [text('see fourteen'), { type: 'application/zip; name="old way.zip"', body: 'PK' }]),
    files: ['old way.zip'],
  },
  {
    name: 'a file named by an encoded word',
    bytes: composed('mixed', [text('x'), file('attachment; filename="=?utf-8?Q?Gr=C3=BC=C3=9Fe_15.txt?="')]),
    files: ['Grüße 15.txt'],
  },
  {
    name: 'a file named in pieces',
    bytes: composed('mixed', [
      text('x'),
      file("attachment; filename*0*=utf-8''Gr%C3%BC; filename*1*=%C3%9Fe%20; filename*2=16.txt"),
    ]),
    files: ['Grüße 16.txt'],
  },
  {
    name: 'a file named in windows-1252',
    bytes: composed('mixed', [text('x'), file("attachment; filename*=windows-1252''f%FCnf-17.txt")]),
    files: ['fünf-17.txt'],
  },
  {
    name: 'a file named by a path',
    bytes: composed('mixed', [text('x'), file('attachment; filename="../../etc/passwd18"')]),
    files: ['.._.._etc_passwd18'],
  },
  {
    name: 'a file name with control signs',
    bytes: composed('mixed', [text('x'), file('attachment; filename="inv\u202Egpj.exe19"')]),
  },
  {
    name: 'a file name of a thousand letters',
    bytes: composed('mixed', [text('x'), file(`attachment; filename="${'n'.repeat(1_000)}20.txt"`)]),
  },
  {
    name: 'two files of one name',
    bytes: composed('mixed', [
      text('x'),
      file('attachment; filename=same21.txt'),
      file('attachment; filename=same21.txt', 'text/plain', 'other'),
    ]),
    files: ['same21.txt', 'same21.txt'],
  },
  {
    name: 'an empty file',
    bytes: composed('mixed', [text('with nothing 22'), file('attachment; filename=empty.txt', 'text/plain', '')]),
    words: ['with nothing 22'],
  },
  {
    name: 'nothing but a file',
    bytes: composed('mixed', [file('attachment; filename=alone23.bin')]),
    files: ['alone23.bin'],
  },
  {
    name: 'winmail.dat',
    bytes: composed('mixed', [
      text('see outlook'),
      {
        type: 'application/ms-tnef; name=winmail.dat',
        headers: ['Content-Transfer-Encoding: base64'],
        body: base64(tnef('plan24.txt', 'the plan')),
      },
    ]),
    words: ['see outlook'],
    files: ['plan24.txt'],
  },
  {
    name: 'a broken winmail.dat',
    bytes: composed('mixed', [
      text('see 25'),
      {
        type: 'application/ms-tnef; name=winmail.dat',
        headers: ['Content-Transfer-Encoding: base64'],
        body: base64('no such thing'),
      },
    ]),
    files: ['winmail.dat'],
  },
  {
    name: 'a calendar invitation',
    bytes: composed('alternative', [
      text('Meet us 26'),
      {
        type: 'text/calendar; charset=utf-8; method=REQUEST',
        body: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR',
      },
    ]),
    words: ['Meet us 26'],
    files: ['invitation.ics'],
  },
  {
    name: 'a calendar alone',
    bytes: single(
      ['Content-Type: text/calendar; method=REQUEST', 'Subject: Calendar 27'],
      'BEGIN:VCALENDAR\r\nEND:VCALENDAR',
    ),
    words: ['Calendar 27'],
  },
  {
    name: 'a signed mail',
    bytes: composed('signed; protocol="application/pgp-signature"', [
      text('signed 28'),
      file('attachment; filename=signature.asc', 'application/pgp-signature', '-----BEGIN PGP SIGNATURE-----'),
    ]),
    words: ['signed 28'],
    files: ['signature.asc'],
  },
  {
    name: 'an encrypted mail',
    bytes: composed(
      'encrypted; protocol="application/pgp-encrypted"',
      [
        { type: 'application/pgp-encrypted', body: 'Version: 1' },
        file('inline; filename=encrypted.asc', 'application/octet-stream', '-----BEGIN PGP MESSAGE-----'),
      ],
      ['Subject: Secret 29'],
    ),
    words: ['Secret 29'],
    files: ['unnamed.pgp-encrypted', 'encrypted.asc'],
  },
  {
    name: 'an S/MIME mail',
    bytes: single(
      [
        'Subject: Opaque 30',
        'Content-Type: application/pkcs7-mime; name=smime.p7m',
        'Content-Transfer-Encoding: base64',
      ],
      base64('0123456789'),
    ),
    words: ['Opaque 30'],
    files: ['smime.p7m'],
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
