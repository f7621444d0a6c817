/** Where the rows of a text go as they are read, in the order of the text. */
import type { Piece } from '../../../text/lines.ts';
import type { Row } from './row.ts';

export interface Sink {
  row(row: Row): void;
  /** A line that should be a row and cannot be read as one. */
  unreadable(piece: Piece): void;
  /** A row of FTP, SMTP or NNTP. */
  otherService(piece: Piece): void;
  /** A directive, or a line that names the columns. */
  header(piece: Piece): void;
}
