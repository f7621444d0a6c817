/** Mail, forums and cut files change how a listing looks, never what it states. */
import { testDisguisedFixtures } from '../../../../tests/unit/reader-table.ts';
import { adObject } from './reader.ts';
import { seenAdObject } from './seen.ts';

testDisguisedFixtures({ reader: adObject, seen: seenAdObject }, import.meta.url);
