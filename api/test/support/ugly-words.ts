/** Mail whose letters are the trouble: character sets, declared rightly, wrongly or not at all, in bodies and headers. */
import { encode } from './encodings.js';
import { base64, quotedPrintable, single, type Ugly } from './ugly-mail.js';

const samples: Readonly<Record<string, string>> = {
  'utf-8': 'Grüße – ça va? 你好 здравствуйте €',
  'iso-8859-1': 'Schöne Grüße übermorgen',
  'iso-8859-2': 'Žluťoučký kůň',
  'iso-8859-15': 'Prix: 5 € cœur',
  'windows-1250': 'Zażółć gęślą jaźń',
  'windows-1251': 'Съешь этих булок',
  'windows-1252': 'Preis – 5 € “genau”',
  'windows-1253': 'Ξεσκεπάζω την ψυχή',
  'windows-1254': 'Şu çılgın İstanbul',
  'windows-1255': 'שלום עולם',
  'windows-1256': 'مرحبا بالعالم',
  'koi8-r': 'Привет почтовый мир',
  gb2312: '打印机没有反应',
  big5: '印表機沒有反應',
  shift_jis: 'プリンターが動きません',
  'euc-jp': '印刷できません助けて',
  'euc-kr': '프린터가 작동하지 않습니다',
};

function* declaredRightly(): Generator<Ugly> {
  for (const [charset, text] of Object.entries(samples)) {
    const bytes = encode(text, charset);
    const type = `Content-Type: text/plain; charset=${charset}`;
    const words = text.split(' ');
    const encodings = { '8bit': bytes, base64: base64(bytes), 'quoted-printable': quotedPrintable(bytes) };
    for (const [encoding, body] of Object.entries(encodings)) {
      const headers = [type, `Content-Transfer-Encoding: ${encoding}`];
      yield { name: `${charset} as ${encoding}`, bytes: single(headers, body), words };
    }
  }
}

function* declaredWrongly(): Generator<Ugly> {
  const german = 'Schöne Grüße heute';
  const words = german.split(' ');
  const latin = encode(german, 'windows-1252');
  const eight = 'Content-Transfer-Encoding: 8bit';
  const as = (type: string) => [`Content-Type: ${type}`, eight];
  yield { name: 'says utf-8, is windows-1252', bytes: single(as('text/plain; charset=utf-8'), latin), words };
  yield {
    name: 'says utf-8, is windows-1252 in base64',
    bytes: single(['Content-Type: text/plain; charset="UTF-8"', 'Content-Transfer-Encoding: base64'], base64(latin)),
    words,
  };
  yield { name: 'says us-ascii, is utf-8', bytes: single(as('text/plain; charset=us-ascii'), german), words };
  yield { name: 'says us-ascii, is windows-1252', bytes: single(as('text/plain; charset=us-ascii'), latin), words };
  yield { name: 'says iso-8859-1, is utf-8', bytes: single(as('text/plain; charset=iso-8859-1'), german), words };
  yield { name: 'says nothing, is utf-8', bytes: single(as('text/plain'), german), words };
  yield { name: 'says nothing, is windows-1252', bytes: single(as('text/plain'), latin), words };
  yield { name: 'has no content type, is windows-1252', bytes: single([], latin), words };
  yield {
    name: 'says a character set that nobody knows',
    bytes: single(as('text/plain; charset=x-martian'), german),
    words,
  };
  yield {
    name: 'says html in utf-8, is windows-1252',
    bytes: single(as('text/html; charset=utf-8'), encode('<p>Schöne <b>Grüße</b> heute</p>', 'windows-1252')),
    words,
  };
  yield { name: 'says an empty character set', bytes: single(as('text/plain; charset='), german), words };
  yield {
    name: 'holds a null byte',
    bytes: single(as('text/plain; charset=utf-8'), 'before\0after'),
    words: ['before', 'after'],
  };
  yield {
    name: 'holds half a letter',
    bytes: single(as('text/plain; charset=utf-8'), Buffer.concat([Buffer.from('whole '), Buffer.from([0xe2, 0x82])])),
    words: ['whole'],
  };
}

function* headers(): Generator<Ugly> {
  const subject = (name: string, value: string | Buffer, words: readonly string[]): Ugly => ({
    name,
    bytes: single(
      [Buffer.isBuffer(value) ? Buffer.concat([Buffer.from('Subject: '), value]) : `Subject: ${value}`],
      'x',
    ),
    words,
  });
  yield subject('raw utf-8 in the subject', 'Störung – Gerät', ['Störung', 'Gerät']);
  yield subject('raw windows-1252 in the subject', encode('Störung am Gerät', 'windows-1252'), ['Störung', 'Gerät']);
  yield subject('an encoded word', '=?utf-8?B?U3TDtnJ1bmcgZWlucw==?=', ['Störung eins']);
  yield subject('encoded words that belong together', '=?utf-8?Q?St=C3=B6r?= =?utf-8?Q?ung_zwei?=', ['Störung zwei']);
  yield subject('a letter cut between encoded words', '=?utf-8?Q?St=C3?= =?utf-8?Q?=B6rung_drei?=', ['rung drei']);
  yield subject('an encoded word in lower case', '=?UTF-8?q?St=c3=b6rung_vier?=', ['Störung vier']);
  yield subject('an encoded word of an unknown set', '=?x-martian?Q?plain_f=C3=BCnf?=', ['plain']);
  yield subject('an encoded word with blanks in it', '=?utf-8?Q?six words here?=', ['six words here']);
  yield subject('an encoded word that never ends', '=?utf-8?Q?seven', ['seven']);
  yield subject('an encoded word in a language', '=?utf-8*de?Q?acht_W=C3=B6rter?=', ['acht']);
  yield subject('koi8-r in the subject', `=?koi8-r?B?${encode('Проблема девять', 'koi8-r').toString('base64')}?=`, [
    'Проблема девять',
  ]);
  yield subject('shift_jis in the subject', `=?shift_jis?B?${encode('件名十', 'shift_jis').toString('base64')}?=`, [
    '件名十',
  ]);
  yield subject('a folded subject', 'eleven is\r\n folded\r\n\there', ['eleven is', 'folded', 'here']);
  yield subject('a subject of 5,000 letters', `twelve ${'long '.repeat(1_000)}end-of-twelve`, [
    'twelve',
    'end-of-twelve',
  ]);
  yield subject('a subject that turns its direction', '\u202Ethirteen\u202C', ['thirteen']);
  yield subject('a subject that looks like a header', 'fourteen =?utf-8?Q?=0D=0ABcc:_x@y?=', ['fourteen']);
  yield {
    name: 'a sender of nothing but a name',
    bytes: single(['From: Nobody Known', 'Subject: fifteen'], 'from a name'),
    words: ['from a name'],
  };
  yield {
    name: 'a sender in quotes and comments',
    bytes: single(['From: "Doe, \\"Joe\\"" (home) <joe@example.net>'], 'from Joe'),
    words: ['from Joe'],
  };
  yield {
    name: 'two senders',
    bytes: single(['From: a16@example.net, b16@example.net'], 'from both'),
    words: ['from both'],
  };
  yield {
    name: 'a sender that is no address',
    bytes: single(['From: <not an address>'], 'from where'),
    words: ['from where'],
  };
  yield {
    name: 'a sender twice',
    bytes: single(['From: c17@example.net', 'From: d17@example.net'], 'from twice'),
    words: ['from twice'],
  };
  yield {
    name: 'a group of recipients',
    bytes: single(['To: Team: a@example.org, b@example.org;'], 'to a group'),
    words: ['to a group'],
  };
  yield {
    name: 'no Message-ID',
    bytes: Buffer.from('From: n18@example.net\r\nSubject: no id\r\n\r\nwithout id\r\n'),
    words: ['without id'],
  };
  yield {
    name: 'a Message-ID without brackets',
    bytes: single(['Message-ID: bare@example.net'], 'bare id'),
    words: ['bare id'],
  };
  yield {
    name: 'a hundred References',
    bytes: single([`References: ${Array.from({ length: 100 }, (_, n) => `<r${n}@x>`).join('\r\n ')}`], 'refers much'),
    words: ['refers much'],
  };
  yield {
    name: 'line ends of Unix',
    bytes: Buffer.from('From: u19@example.net\nSubject: unix ends\n\nunix words\nmore\n'),
    words: ['unix ends', 'unix words'],
  };
  yield {
    name: 'line ends of an old Mac',
    bytes: Buffer.from('From: m20@example.net\rSubject: mac ends\r\rmac words\r'),
    words: [],
  };
  yield {
    name: 'nothing but a header',
    bytes: Buffer.from('From: h21@example.net\r\nSubject: only a header\r\n'),
    words: ['only a header'],
  };
  yield { name: 'nothing but words', bytes: Buffer.from('just some words without any header\r\n'), words: [] };
  yield {
    name: 'a mailbox separator at its beginning',
    bytes: Buffer.from(
      'From p@x Tue Nov 24 10:00:00 2026\r\nFrom: s22@example.net\r\nSubject: mbox\r\n\r\nmbox words\r\n',
    ),
    words: ['mbox words'],
  };
  yield {
    name: 'bytes of chance',
    bytes: Buffer.from(Array.from({ length: 3_000 }, (_, n) => (n * 7919 + 13) % 256)),
    words: [],
  };
  yield { name: 'an empty body', bytes: single(['Subject: nothing said'], ''), words: ['nothing said'] };
  yield {
    name: 'a body of blanks',
    bytes: single(['Subject: blank said'], ' \t\u200b\r\n \r\n'),
    words: ['blank said'],
  };
}

export const uglyWords: readonly Ugly[] = [...declaredRightly(), ...declaredWrongly(), ...headers()];
