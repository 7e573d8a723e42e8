/** The pages on which a visitor reads what the desk would have sent, and writes as its customer. */
import { escaped } from '../../src/mail/out/letter-text.js';
import type { SunkMail } from './mail-sink.js';

export const styles = `
:root { color-scheme: light dark; --line: light-dark(#d8d8dc, #3a3a40); --soft: light-dark(#5a5a62, #a9a9b2); --link: light-dark(#1f4fd8, #8fb0ff); }
body { margin: 0 auto; max-width: 760px; padding: 24px 16px; font: 15px/1.5 system-ui, sans-serif; background: light-dark(#fbfbfc, #17171a); color: light-dark(#1c1c1f, #ececf0); }
h1 { font-size: 22px; margin: 0 0 4px; } h2 { font-size: 17px; margin: 32px 0 8px; }
a { color: var(--link); } p { margin: 0 0 12px; } .soft { color: var(--soft); }
ul { list-style: none; margin: 0; padding: 0; } li { border-top: 1px solid var(--line); padding: 10px 0; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 0; } dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: 12px; margin: 0; font: 13px/1.5 ui-monospace, monospace; }
iframe { box-sizing: border-box; width: 100%; height: 360px; border: 1px solid var(--line); background: #fff; }
label { display: block; margin: 0 0 12px; } input, textarea { display: block; box-sizing: border-box; width: 100%; margin-top: 4px; padding: 8px; font: inherit; color: inherit; background: light-dark(#fff, #202024); border: 1px solid light-dark(#85858e, #77777f); border-radius: 4px; }
button { font: inherit; min-height: 40px; padding: 8px 16px; border: 0; border-radius: 4px; background: #1f4fd8; color: #fff; cursor: pointer; }
.note { border: 1px solid var(--line); padding: 10px 12px; }
`;

/** The list shows what has come since, by itself. */
export const script = `
const main = document.querySelector('main[data-count]');
if (main) setInterval(async () => {
  const answer = await fetch('/count').catch(() => null);
  const isTyping = [...document.querySelectorAll('textarea')].some(({ value, defaultValue }) => value !== defaultValue);
  if (answer?.ok && !isTyping && (await answer.text()) !== main.dataset.count) location.reload();
}, 1000);
`;

function page(title: string, main: string, count: number | null = null): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="/styles.css">
<script src="/script.js" defer></script>
</head>
<body>
<main${count === null ? '' : ` data-count="${count}"`}>
${main}
</main>
</body>
</html>
`;
}

export type ListShown = {
  readonly mails: readonly SunkMail[];
  readonly count: number;
  readonly deskUrl: string;
  readonly isSent: boolean;
};

export function listPage({ mails, count, deskUrl, isSent }: ListShown): string {
  const desk = `<a href="${escaped(deskUrl)}">the desk</a>`;
  const items = mails.map(
    ({
      number,
      to,
      takenAt,
      read,
    }) => `<li><a href="/mails/${number}">${escaped(read.subject || '(no subject)')}</a><br>
<span class="soft">to ${escaped(to)}, ${escaped(takenAt.toLocaleTimeString('en-GB'))}</span></li>`,
  );
  return page(
    'What the desk would have sent',
    `<h1>What the desk would have sent</h1>
<p class="soft">Nothing leaves this machine. Open ${desk}, answer a ticket, and the mail appears here once it cannot be taken back (10 seconds).</p>
${isSent ? `<p class="note" role="status">Your mail is with ${desk}.</p>` : ''}
${items.length > 0 ? `<ul aria-label="Mails">\n${items.join('\n')}\n</ul>` : '<p>Nothing yet.</p>'}
<h2>Write to the desk as a customer</h2>
<form method="post" action="/mails">
<label>Your name <input name="name" autocomplete="off" maxlength="100" value="Lin Wu"></label>
<label>Your address <input name="address" type="email" autocomplete="off" required maxlength="200" value="lin@customer.example"></label>
<label>Subject <input name="subject" autocomplete="off" required maxlength="200"></label>
<label>Message <textarea name="words" rows="5" required maxlength="20000"></textarea></label>
<button>Send to the desk</button>
</form>`,
    count,
  );
}

export function mailPage({ number, to, read }: SunkMail): string {
  const fields = [
    ['From', read.from?.name ? `${read.from.name} <${read.from.address}>` : read.from?.address],
    ['To', to],
    ['Reply to', read.replyTo?.[0]?.address],
    ['Message-ID', read.messageId],
    ['In reply to', read.inReplyTo],
  ].flatMap(([name, value]) => (name && value ? [`<dt>${name}</dt><dd>${escaped(value)}</dd>`] : []));
  const files = read.attachments.map(({ filename, mimeType }) => `<li>${escaped(filename ?? mimeType)}</li>`);
  return page(
    read.subject ?? 'A mail',
    `<p><a href="/">All mails</a></p>
<h1>${escaped(read.subject ?? '(no subject)')}</h1>
<dl>${fields.join('')}</dl>
<h2>As HTML</h2>
<iframe title="The mail as HTML" src="/mails/${number}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<h2>As text</h2>
<pre>${escaped(read.text ?? '')}</pre>
${files.length > 0 ? `<h2>Files</h2>\n<ul>${files.join('')}</ul>` : ''}
<p class="soft"><a href="/mails/${number}/raw">The whole mail as it was sent</a></p>
<h2>Answer as ${escaped(to)}</h2>
<form method="post" action="/mails/${number}/answer">
<label>Your answer <textarea name="words" rows="5" required maxlength="20000"></textarea></label>
<button>Send the answer</button>
</form>`,
  );
}

export function faultPage(sentence: string): string {
  return page(
    'That did not work',
    `<h1>That did not work</h1>\n<p>${escaped(sentence)}</p>\n<p><a href="/">Back</a></p>`,
  );
}
