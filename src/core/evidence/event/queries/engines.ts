/** The engines for events, in the order in which a list shows them. */
import type { Engine } from './engine.ts';
import { ESQL } from './esql.ts';
import { KQL_EVENT, KQL_SECURITY_EVENT, KQL_WINDOWS_EVENT } from './kql.ts';
import { POWERSHELL } from './powershell.ts';
import { SPLUNK } from './splunk.ts';

export const ENGINES: readonly Engine[] = [
  POWERSHELL,
  KQL_SECURITY_EVENT,
  KQL_WINDOWS_EVENT,
  KQL_EVENT,
  SPLUNK,
  ESQL,
];
