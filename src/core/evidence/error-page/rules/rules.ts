/** The rules that need nothing but error pages, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { aspNet } from './asp-net.ts';
import { onTheServer } from './on-the-server.ts';
import { refused } from './refused.ts';
import { shortPage } from './short-page.ts';

export const ERROR_PAGE_RULES: readonly Rule[] = [onTheServer, refused, aspNet, shortPage];
