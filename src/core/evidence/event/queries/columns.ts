/** Columns that several questions answer with. */
import type { Column } from './question.ts';

export const EVENT: Column = { name: 'event_id', from: 'event' };
/** Who wrote the event: a domain controller, a server or a client. */
export const COMPUTER: Column = { name: 'computer', from: 'computer' };
export const ACCOUNT: Column = { name: 'account', from: ['TargetUserName'] };
export const ADDRESS: Column = { name: 'address', from: ['IpAddress'], as: 'address' };
export const CLIENTS: Column = { ...ADDRESS, name: 'clients' };
