/**
 * Microsoft's own KQL parser, with the tables as Azure Monitor's reference has them (W3CIISLog,
 * SecurityEvent and WindowsEvent of 2024-02-18, Event of 2024-07-30, AppServiceHTTPLogs); of the wide
 * ones, the columns that have to do with signing in. The package is a plain script that wants to be the whole world,
 * so it gets a world of its own.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';

const require = createRequire(import.meta.url);
const context = createContext({ console, setTimeout });
for (const file of ['bridge.min.js', 'Kusto.Language.Bridge.min.js']) {
  const path = require.resolve(`@kusto/language-service-next/${file}`);
  runInContext(readFileSync(path, 'utf8'), context, { filename: file });
}

const PROGRAM = `(() => {
  const { GlobalState, KustoCode, Diagnostic, Symbols } = Kusto.Language;
  const table = (name, schema) => Symbols.TableSymbol.From(schema).WithName(name);
  const database = new Symbols.DatabaseSymbol.$ctor1('logs', [
    table('W3CIISLog', '(TimeGenerated: datetime, sSiteName: string, sIP: string, csMethod: string, ' +
      'csUriStem: string, csUriQuery: string, sPort: int, csUserName: string, cIP: string, ' +
      'csVersion: string, csUserAgent: string, csHost: string, scStatus: string, ' +
      'scSubStatus: string, scWin32Status: string, scBytes: long, csBytes: long, TimeTaken: long)'),
    table('AppServiceHTTPLogs', '(TimeGenerated: datetime, CsMethod: string, CsUriStem: string, ' +
      'CsUriQuery: string, SPort: string, CsUsername: string, CIp: string, UserAgent: string, ' +
      'CsHost: string, ScStatus: int, ScSubStatus: string, ScWin32Status: string, ScBytes: int, ' +
      'CsBytes: int, TimeTaken: int, Result: string, ComputerName: string, _ResourceId: string)'),
    table('SecurityEvent', '(TimeGenerated: datetime, Account: string, AccountName: string, Activity: string, ' +
      'AuthenticationPackageName: string, Channel: string, ClientAddress: string, ClientName: string, ' +
      'Computer: string, EventData: string, EventID: int, EventSourceName: string, FailureReason: string, ' +
      'IpAddress: string, IpPort: string, KeyLength: int, Level: string, LmPackageName: string, ' +
      'LogonProcessName: string, LogonType: int, PackageName: string, Process: string, ProcessName: string, ' +
      'ServiceName: string, Status: string, SubStatus: string, SubjectUserName: string, ' +
      'TargetAccount: string, TargetDomainName: string, TargetServerName: string, TargetSid: string, ' +
      'TargetUserName: string, Workstation: string, WorkstationName: string, _ResourceId: string)'),
    table('WindowsEvent', '(TimeGenerated: datetime, Channel: string, Computer: string, EventData: dynamic, ' +
      'EventID: int, EventLevel: int, EventLevelName: string, Provider: string, RawEventData: string, ' +
      'Keywords: string, Task: int, Version: int, _ResourceId: string)'),
    table('Event', '(TimeGenerated: datetime, Computer: string, EventData: string, EventID: int, ' +
      'EventLevel: int, EventLevelName: string, EventLog: string, Message: string, ParameterXml: string, ' +
      'RenderedDescription: string, Source: string, UserName: string, _ResourceId: string)'),
  ], false);
  const globals = GlobalState.Default.WithDatabase(database);
  return {
    diagnostics: (text) => System.Linq.Enumerable
      .from(KustoCode.ParseAndAnalyze(text, globals).GetDiagnostics(), Diagnostic)
      .ToArray(Diagnostic)
      .map((found) => found.Severity + ': ' + found.Message),
    literals: (text) => {
      const values = [];
      const walk = (node) => {
        if (Bridge.getTypeName(node).endsWith('LiteralExpression')) values.push(String(node.LiteralValue));
        for (let i = 0; i < node.ChildCount; i++) if (node.GetChild(i)) walk(node.GetChild(i));
      };
      walk(KustoCode.Parse(text).Syntax);
      return values;
    },
  };
})()`;

interface Parser {
  diagnostics(text: string): Iterable<string>;
  literals(text: string): Iterable<string>;
}

const parser = runInContext(PROGRAM, context) as Parser;

/** What the parser says against a query. */
export const diagnostics = (text: string): string[] => [...parser.diagnostics(text)];

/** The values of a query's literals as text, in order. */
export const literals = (text: string): string[] => [...parser.literals(text)];
