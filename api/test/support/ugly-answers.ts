/** Answers of mail programs in several languages, and what machines send. */
import { composed, single, type Ugly } from './ugly-mail.js';

const attributions: Readonly<Record<string, string>> = {
  'Gmail en': 'On Tue, Nov 24, 2026 at 10:00 AM Desk <desk@example.org> wrote:',
  'Gmail de': 'Am Di., 24. Nov. 2026 um 10:00 Uhr schrieb Desk <desk@example.org>:',
  'Gmail fr': 'Le mar. 24 nov. 2026 à 10:00, Desk <desk@example.org> a écrit :',
  'Gmail es': 'El mar, 24 nov 2026 a las 10:00, Desk (<desk@example.org>) escribió:',
  'Gmail it': 'Il giorno mar 24 nov 2026 alle ore 10:00 Desk <desk@example.org> ha scritto:',
  'Apple en': 'On 24 Nov 2026, at 10:00, Desk <desk@example.org> wrote:',
  'Apple de': 'Am 24.11.2026 um 10:00 schrieb Desk <desk@example.org>:',
  'Apple fr': 'Le 24 nov. 2026 à 10:00, Desk <desk@example.org> a écrit :',
  'Apple es': 'El 24 nov 2026, a las 10:00, Desk <desk@example.org> escribió:',
  'Apple it': 'Il giorno 24 nov 2026, alle ore 10:00, Desk <desk@example.org> ha scritto:',
  'Thunderbird en': 'On 11/24/26 10:00, Desk wrote:',
  'Thunderbird de': 'Am 24.11.26 um 10:00 schrieb Desk:',
  'Thunderbird fr': 'Le 24/11/2026 à 10:00, Desk a écrit :',
  'Thunderbird es': 'El 24/11/26 a las 10:00, Desk escribió:',
  'Thunderbird it': 'Il 24/11/26 10:00, Desk ha scritto:',
  'a phone en': 'Sent from my phone\r\n\r\nOn Nov 24, 2026, Desk <desk@example.org> wrote:',
  'a phone de': 'Von meinem Telefon gesendet\r\n\r\nAm 24. Nov. 2026 schrieb Desk <desk@example.org>:',
};

const outlook: Readonly<Record<string, readonly string[]>> = {
  en: ['From: Desk <desk@example.org>', 'Sent: Tuesday, November 24, 2026 10:00 AM', 'To: Grace', 'Subject: Printer'],
  de: ['Von: Desk <desk@example.org>', 'Gesendet: Dienstag, 24. November 2026 10:00', 'An: Grace', 'Betreff: Drucker'],
  fr: ['De : Desk <desk@example.org>', 'Envoyé : mardi 24 novembre 2026 10:00', 'À : Grace', 'Objet : Imprimante'],
  es: [
    'De: Desk <desk@example.org>',
    'Enviado: martes, 24 de noviembre de 2026 10:00',
    'Para: Grace',
    'Asunto: Impresora',
  ],
  it: ['Da: Desk <desk@example.org>', 'Inviato: martedì 24 novembre 2026 10:00', 'A: Grace', 'Oggetto: Stampante'],
};

/** Each is a new mail here, so all of it is shown; folding is tested by itself. */
const answers: readonly Ugly[] = [
  ...Object.entries(attributions).map(([program, line], n) => ({
    name: `an answer of ${program}`,
    bytes: single(
      ['Content-Type: text/plain; charset=utf-8'],
      `Answer-${n} works.\r\n\r\n${line}\r\n> Quoted-${n} words`,
    ),
    words: [`Answer-${n} works.`, `Quoted-${n} words`],
  })),
  ...Object.entries(outlook).map(([language, lines]) => ({
    name: `an answer of Outlook in ${language}`,
    bytes: single(
      ['Content-Type: text/plain; charset=utf-8'],
      `Answer-${language} works.\r\n\r\n${lines.join('\r\n')}\r\n\r\nQuoted-${language} words`,
    ),
    words: [`Answer-${language} works.`, `Quoted-${language} words`],
  })),
];

/** Reports of mail systems: the same fields in other clothes. */
const systems: Readonly<Record<string, readonly [from: string, subject: string, diagnostic: string]>> = {
  Postfix: ['MAILER-DAEMON@mx1.example', 'Undelivered Mail Returned to Sender', 'smtp; 550 5.1.1 <x@y>: User unknown'],
  Exim: ['Mailer-Daemon@mx2.example', 'Mail delivery failed: returning message to sender', 'smtp; 550 no such user'],
  Sendmail: ['MAILER-DAEMON@mx3.example', 'Returned mail: see transcript for details', 'SMTP; 550 5.1.1 User unknown'],
  Exchange: ['postmaster@mx4.example', 'Undeliverable: Printer', 'smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound'],
  Gmail: [
    'mailer-daemon@googlemail.example',
    'Delivery Status Notification (Failure)',
    'smtp; 550-5.1.1 The account does not exist',
  ],
  Yahoo: ['mailer-daemon@mx6.example', 'Failure Notice', 'smtp; 554 delivery error: This user has no account'],
  qmail: ['MAILER-DAEMON@mx7.example', 'failure notice', 'smtp; 550 sorry, no mailbox here by that name'],
  Zimbra: ['mailer-daemon@mx8.example', 'Undelivered Mail Returned to Sender', 'smtp; 550 5.7.1 relay denied'],
};

const reports: readonly Ugly[] = Object.entries(systems).map(([system, [from, subject, diagnostic]]) => ({
  name: `a bounce of ${system}`,
  bytes: composed(
    'report; report-type=delivery-status',
    [
      { type: 'text/plain', body: 'It was not delivered.' },
      {
        type: 'message/delivery-status',
        body: `Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; x@y\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: ${diagnostic}`,
      },
      { type: 'message/rfc822', body: 'Message-ID: <unknown@example.org>\r\nSubject: Printer\r\n\r\nwords' },
    ],
    [`From: ${from}`, `Subject: ${subject}`, 'Return-Path: <>'],
  ),
  state: 'BOUNCE',
}));

const automatic = (name: string, ...headers: string[]): Ugly => ({
  name,
  bytes: single(headers, 'x'),
  state: 'AUTOMATIC',
});

const machines: readonly Ugly[] = [
  automatic('an absence in English', 'Subject: Automatic reply: Printer', 'Auto-Submitted: auto-replied'),
  automatic(
    'an absence in German',
    'Subject: Automatische Antwort: Drucker',
    'Auto-Submitted: auto-replied (vacation)',
  ),
  automatic('an absence of an old program', 'Subject: Out of office', 'Precedence: auto_reply'),
  automatic('an absence without marks but one', 'Subject: Away', 'X-Autorespond: Printer'),
  automatic('a notification', 'Subject: Your order', 'Auto-Submitted: auto-generated'),
  automatic('a mailing list', 'Subject: [list] Hello', 'List-Id: A list <list.example.net>', 'Precedence: list'),
  automatic('a newsletter', 'Subject: News', 'Precedence: bulk'),
  automatic('a delivery that is late', 'From: postmaster@mx9.example', 'Subject: Delayed'),
];

export const uglyAnswers: readonly Ugly[] = [...answers, ...reports, ...machines];
