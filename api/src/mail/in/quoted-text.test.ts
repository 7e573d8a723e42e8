import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitAnswer } from './quoted-text.js';

const answers: Readonly<Record<string, string>> = {
  'Gmail in English':
    'Works now.\n\nOn Tue, Nov 24, 2026 at 10:00 AM Desk <desk@example.org> wrote:\n> Did it help?\n> Ada',
  'Gmail over two lines':
    'Works now.\n\nOn Tue, Nov 24, 2026 at 10:00 AM A Very Long Name\n<desk+r.1.abc@example.org> wrote:\n\n> Did it help?',
  'Gmail in German':
    'Works now.\n\nAm Di., 24. Nov. 2026 um 10:00 Uhr schrieb Desk <desk@example.org>:\n> Hat es geholfen?',
  'Gmail in French': 'Works now.\n\nLe mar. 24 nov. 2026 à 10:00, Desk <desk@example.org> a écrit :\n> Alors ?',
  'Gmail in Spanish': 'Works now.\n\nEl mar, 24 nov 2026 a las 10:00, Desk (<desk@example.org>) escribió:\n> ¿Y?',
  'Gmail in Italian':
    'Works now.\n\nIl giorno mar 24 nov 2026 alle ore 10:00 Desk <desk@example.org> ha scritto:\n> E?',
  'Apple Mail in Dutch':
    'Works now.\n\nOp 24 nov. 2026, om 10:00 heeft Desk <desk@example.org> het volgende schreef:\n> En?',
  'Outlook in English':
    'Works now.\n\nFrom: Desk <desk@example.org>\nSent: Tuesday, November 24, 2026 10:00 AM\nTo: Grace\nSubject: Re: Printer\n\nDid it help?',
  'Outlook in German':
    'Works now.\n\nVon: Desk <desk@example.org>\nGesendet: Dienstag, 24. November 2026 10:00\nAn: Grace\nBetreff: AW: Drucker\n\nHat es geholfen?',
  'Outlook in French':
    'Works now.\n\nDe : Desk <desk@example.org>\nEnvoyé : mardi 24 novembre 2026 10:00\nÀ : Grace\nObjet : RE: Imprimante\n\nAlors ?',
  'old Outlook': 'Works now.\n\n-----Original Message-----\nFrom: Desk\nDid it help?',
  'Outlook on the web':
    'Works now.\n________________________________\nFrom: Desk <desk@example.org>\nSent: Tuesday\nTo: Grace\n\nDid it help?',
  Thunderbird: 'Works now.\n\nOn 11/24/26 10:00, Desk wrote:\n> Did it help?\n>> Earlier',
  'a bare quote': 'Works now.\n\n> Did it help?\n>\n> Ada',
};

describe('what is quoted', () => {
  test.each(Object.entries(answers))('is folded as %s puts it', (_program, text) => {
    const { body, quoted } = splitAnswer(text);
    expect(body).toBe('Works now.');
    expect(quoted).not.toBeNull();
  });

  test.each([
    ['words stand below it', 'On Tuesday Desk wrote:\n> Did it help?\n\nYes, it did.'],
    ['words stand between', '> Did it help?\nYes.\n> All of it?\nYes.'],
    ['words stand above and below', 'See below.\n\nOn Tuesday Desk wrote:\n> Did it help?\nYes.'],
    ['there is nothing else', '> Did it help?'],
    ['it is none', 'From: here to there\nit works.\n\nShe wrote: nothing.'],
  ])('is shown where %s', (_when, text) => {
    expect(splitAnswer(text)).toEqual({ body: text, quoted: null });
  });

  test('is never lost, nor is a word of the answer', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        '> quoted',
        '',
        'On Tue Desk wrote:',
        'From: a',
        'Sent: b',
        'To: c',
        '-----Original Message-----',
        '____________________',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.join('\n');
        const { body, quoted } = splitAnswer(text);
        const words = (all: string) => all.split(/\s+/).filter(Boolean);
        expect(words(`${body}\n${quoted ?? ''}`)).toEqual(words(text.replace(/\r\n?/g, '\n')));
      }),
    );
  });

  test('is found in time that grows with the text alone', () => {
    const began = performance.now();
    splitAnswer('On a wrote '.repeat(20_000));
    splitAnswer('From: x\n'.repeat(20_000));
    splitAnswer(`${'On x\n'.repeat(20_000)}> y`);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
