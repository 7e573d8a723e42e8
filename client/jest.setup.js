// jsdom has no TextEncoder, which react-router wants as soon as it is imported.
import { TextEncoder } from 'node:util';

globalThis.TextEncoder ??= TextEncoder;
