declare module 'hoodiecrow-imap' {
  type Message = { raw: string; flags?: string[]; internaldate?: string; uid?: number };
  type Mailbox = { messages: Message[]; uidvalidity: number; uidnext: number };
  type Server = {
    server: import('node:net').Server;
    listen(port: number, host: string, done: () => void): void;
    close(done: () => void): void;
    getMailbox(path: string): Mailbox;
    appendMessage(mailbox: string, flags: string[], internaldate: string | false, raw: string): void;
  };
  export default function hoodiecrow(options: {
    plugins?: string[];
    users?: Record<string, { password?: string; xoauth2?: { accessToken: string | null } }>;
    storage?: Record<string, { messages?: Message[] }>;
  }): Server;
}
