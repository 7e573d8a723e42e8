import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Loaded into a desk and its database's thread (`node --import 'full-disk.mjs?full=FILE'`): as long as FILE exists their disk
// is full. As on a real one what a file holds can be overwritten, a write ends where the file ends, and what would make
// it longer fails with ENOSPC. It takes neither a disk to fill nor the rights to mount one.
const full = new URL(import.meta.url).searchParams.get('full');
const { writeSync } = fs;

fs.writeSync = (file, data, offset, length, position) => {
  const isPlaced = data instanceof Uint8Array && typeof position === 'number';
  if (!isPlaced || !fs.existsSync(full)) return writeSync(file, data, offset, length, position);
  const room = fs.fstatSync(file).size - position;
  if (room > 0) return writeSync(file, data, offset, Math.min(length, room), position);
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    errno: -28,
    syscall: 'write',
  });
};
syncBuiltinESMExports();
