/** The files in what Outlook calls winmail.dat: attributes of level, tag, length, data and checksum, each file after its own beginning. */

export type TnefFile = { readonly name: string; readonly content: Buffer };

const signature = 0x223e9f78;
const [beginsFile, fileName, fileData] = [0x00069002, 0x00018010, 0x0006800f];

/** None in what is no such container, or is broken. */
export function readTnef(bytes: Buffer): TnefFile[] {
  const files: TnefFile[] = [];
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== signature) return files;
  let name = 'file';
  for (let at = 6; at + 11 <= bytes.length; ) {
    const tag = bytes.readUInt32LE(at + 1);
    const end = at + 9 + bytes.readUInt32LE(at + 5);
    if (end + 2 > bytes.length) break;
    const data = bytes.subarray(at + 9, end);
    if (tag === beginsFile) name = 'file';
    if (tag === fileName) name = data.toString('latin1').replace(/\0+$/, '') || 'file';
    if (tag === fileData) files.push({ name, content: Buffer.from(data) });
    at = end + 2;
  }
  return files;
}
