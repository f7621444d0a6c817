/** Sent by the column editor: the columns to read by, or `undefined` for the decoder's own judgement. */
export type ColumnsEvent = CustomEvent<readonly string[] | undefined>;
export const COLUMNS_EVENT = 'columns';
