/**
 * The doors for a thread that follows some of the attempts of a log: a part of `index.ts`, so that a thread
 * is not kept waiting for all readers before its first row.
 */
export { BlockReader } from './evidence/iis-log/file/block-reader.ts';
export { roomFor } from './evidence/iis-log/file/blocks.ts';
export { READ, ROOM } from './evidence/iis-log/file/log-file.ts';
export { memoryFor } from './evidence/iis-log/file/memory.ts';
export { RowScanner } from './evidence/iis-log/file/row-scanner.ts';
export { LogBuilder, type LogPart } from './evidence/iis-log/log-builder.ts';
