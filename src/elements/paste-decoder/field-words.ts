/** What a drawn field of a tree says, read back from the page. */
import { itemOf } from './tree-keys.ts';

/** The value of a drawn field, as it is copied. */
export function valueOf(item: HTMLElement | undefined): string | undefined {
  return part(item, '.value')?.textContent;
}

/** The name of a drawn field, and that of the field around it. */
export function namesOf(item: HTMLElement): string[] {
  const around = itemOf(item.parentElement);
  return [item, around].flatMap((one) => part(one, '.name')?.textContent ?? []);
}

/** What a drawn field says, in words: `realm CONTOSO.COM Domain whose KDC issued the ticket.` */
export function wordsOfField(item: Element): string {
  const parts = ['.name', '.label', '.value', '.cut', '.meaning'];
  return parts.flatMap((name) => part(item, name)?.textContent ?? []).join(' ');
}

function part(item: Element | undefined, name: string): Element | undefined {
  return (
    item?.querySelector(`:scope > .field > ${name}, :scope > .field > .what > ${name}`) ?? undefined
  );
}
