/** Hives, types and names of values, which no translation changes. */
import { DISTINCTIVE } from './names.ts';

const MARK =
  /\bHK(?:LM|CU|EY_[A-Z]{2,10}_[A-Z]{2,10}\b|U:?\\)|\bREG_(?:SZ|DWORD|MULTI_SZ|EXPAND_SZ|QWORD|BINARY)\b|=\s{0,4}dword:|Auth(?:Server|Negotiate)|^[ \t>]{0,40}MACHINE\\|Software\\Policies\\|Has Duplicates|(?:Lanman Compatibility Level|Disable Loopback Check):/im;

/** May `text` hold values of the registry? Linear. */
export function seenRegistry(text: string): boolean {
  return MARK.test(text) || DISTINCTIVE.test(text);
}
