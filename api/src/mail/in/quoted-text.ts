/**
 * Where an answer ends and what it quotes begins. Nothing is thrown away: the quote is folded. Where words stand below it, or
 * where it is not clear, everything is shown.
 */

export type Answer = { readonly body: string; readonly quoted: string | null };

/** “On …, … wrote:” as mail programs put it, on one line or broken over three. */
const verbs =
  '(?<!\\p{L})(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napsal|napisał|kirjoitti)(?!\\p{L})';
const attributions = [
  new RegExp(`^(?:on|am|le|el|il|op|em|den|dne|dnia|w dniu|på|pe|na|la)(?!\\p{L}).{3,300}${verbs}.{0,80}$`, 'iu'),
  new RegExp(`^.{3,200}${verbs}.{0,200}:$`, 'iu'),
  /^\d{4}\s*年.{1,200}[:：]$/u,
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}.{3,200}<[^<>\s]+@[^<>\s]+>\s*:?$/u,
];

/** Below these Outlook and its kin repeat the whole mail, without a mark at its lines. */
const dividers =
  /^\s*(-{2,}\s*(original message|ursprüngliche nachricht|original-nachricht|message d['’]origine|message original|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original|forwarded message|weitergeleitete nachricht|原始邮件|元のメッセージ)\s*-{2,}|_{20,})\s*$/i;
const headerBlock = /^\s*\*?(from|von|de|da|van|från|fra|od|发件人|差出人)\s*:\*?\s.{1,200}$/i;
const headerNext =
  /^\s*\*?(sent|date|to|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|para|asunto|assunto|inviato|a|oggetto|verzonden|aan|onderwerp|发送时间|送信日時|cc)\s*:\*?\s*/i;

const isQuote = (line: string) => /^\s*>/.test(line);
const isBlank = (line: string) => line.trim() === '';

export function splitAnswer(text: string): Answer {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const at = quoteAt(lines);
  const body = at === null ? '' : lines.slice(0, at).join('\n').trim();
  const quoted = at === null ? '' : lines.slice(at).join('\n').trim();
  return body === '' || quoted === '' ? { body: text.trim(), quoted: null } : { body, quoted };
}

/** The first line that is quoted, with all after it; null where there is none, or words follow. */
function quoteAt(lines: readonly string[]): number | null {
  for (let at = 0; at < lines.length; at++) {
    if (isDivider(lines, at)) return at;
    const length = attributionAt(lines, at);
    if (length > 0) {
      const below = lines.slice(at + length);
      const first = below.findIndex((line) => !isBlank(line));
      if (first >= 0 && below.slice(first).every((line) => isQuote(line) || isBlank(line))) return at;
    }
    if (isQuote(lines[at] ?? '')) return lines.slice(at).every((line) => isQuote(line) || isBlank(line)) ? at : null;
  }
  return null;
}

function isDivider(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (dividers.test(line)) return !/_/.test(line) || isHeaderBlock(lines, at + 1);
  return isHeaderBlock(lines, at);
}

/** From, Sent, To, Subject: at least two of them, so that “From: here to there” stays what it is. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!headerBlock.test(lines[at] ?? '')) return false;
  return lines.slice(at + 1, at + 5).filter((line) => headerNext.test(line)).length >= 2;
}

/** How many lines an attribution takes; 0 where there is none. */
function attributionAt(lines: readonly string[], at: number): number {
  for (let length = 1; length <= 3; length++) {
    const part = lines.slice(at, at + length);
    if (part.some(isBlank)) return 0;
    const line = part.map((piece) => piece.trim()).join(' ');
    if (line.length <= 600 && attributions.some((attribution) => attribution.test(line))) return length;
  }
  return 0;
}
