/**
 * What a mail is about, without what mail programs and habits put around it: earlier mails that it quotes, and everything
 * from a sign-off on. Works on lines, after the text was made plain. A text that would be left empty stays whole.
 */
const signOff =
  /^(?:(?:best|kind|warm|many) )?(?:regards|wishes|thanks|greetings)$|^(?:best|cheers|thanks|thank you|sincerely|yours|yours sincerely|yours faithfully)$|^mit freundlichen gr(?:u|ue)ssen$|^(?:viele|liebe|beste|schone|freundliche) gr(?:u|ue)sse$|^(?:bien )?(?:cordialement|a vous)$|^(?:un )?(?:cordial )?saludos?$|^(?:atenciosamente|atentamente|abracos|cumprimentos)$|^(?:cordiali|distinti) saluti$|^met vriendelijke groeten?$|^(?:mvg|mfg|vg|lg|--|__+)$/;
const quoteHeading =
  /^-+ ?(?:original message|forwarded message|ursprungliche nachricht|message d'origine)|(?:wrote|schrieb|a ecrit|escribio|escreveu|ha scritto|schreef) ?:$/;
/** Sign-offs are short. */
const longestSignOff = 40;

export function matterOf(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const own = lines.filter((line) => !line.startsWith('>') && !(line.length < 200 && quoteHeading.test(line)));
  const end = own.findIndex((line) => line.length <= longestSignOff && signOff.test(line.replace(/[ ,.!]+$/, '')));
  const matter = (end < 0 ? own : own.slice(0, end)).join('\n');
  return matter.trim() === '' ? text : matter;
}
