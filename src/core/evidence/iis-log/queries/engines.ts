/** The engines, in the order in which a list shows them. */
import { DUCKDB } from './duckdb.ts';
import type { Engine } from './engine.ts';
import { ESQL } from './esql.ts';
import { APP_SERVICE, W3C_IIS_LOG } from './kql.ts';
import { LOG_PARSER } from './log-parser.ts';
import { POWERSHELL } from './powershell.ts';
import { SPLUNK } from './splunk.ts';

export const ENGINES: readonly Engine[] = [
  LOG_PARSER,
  POWERSHELL,
  DUCKDB,
  W3C_IIS_LOG,
  APP_SERVICE,
  SPLUNK,
  ESQL,
];
