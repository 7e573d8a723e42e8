/** Mail whose files are the trouble: names that are missing or mangled, containers, invitations, seals. */
import { base64, composed, single, tnef, type Ugly } from './ugly-mail.js';
import { file, text } from './ugly-pieces.js';

export const uglyFiles: readonly Ugly[] = [
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
];
