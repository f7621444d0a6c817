/** Mail, forums and cut files change how a trace looks, never what it states. */
import { testDisguisedFixtures } from '../../../../tests/unit/reader-table.ts';
import { freb } from './reader.ts';
import { seenFreb } from './seen.ts';

testDisguisedFixtures({ reader: freb, seen: seenFreb }, import.meta.url);
