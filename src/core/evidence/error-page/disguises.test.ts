/** Mail, forums and cut files change how a page looks, never what it states. */
import { testDisguisedFixtures } from '../../../../tests/unit/reader-table.ts';
import { errorPage } from './reader.ts';
import { seenErrorPage } from './seen.ts';

testDisguisedFixtures({ reader: errorPage, seen: seenErrorPage }, import.meta.url);
