/** The guide in one file: everything that the pages of the site load, and what leads from one to another. */
import '../../elements/copy-button.ts';
import '../../elements/term.ts';
import '../../elements/theme-switch.ts';
import '../../elements/site-search/site-search.ts';
import '../../elements/paste-decoder/paste-decoder.ts';
import '../../elements/code-lookup/code-lookup.ts';
import '../../elements/check-list/check-list.ts';
import { startRouter } from './router.ts';

startRouter();
