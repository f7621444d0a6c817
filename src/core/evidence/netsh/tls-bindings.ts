/**
 * `netsh http show sslcert`. The labels are translated; the address, the thumbprint and the id are not.
 *
 *     IP:port                 : 0.0.0.0:443            or Hostname:port : portal.contoso.com:443
 *     Certificate Hash        : f06ae62a5275a818338f05ecc80707335be1e204
 *     Application ID          : {4dc3e181-e14b-4a21-b022-59fc669b0914}
 *     Certificate Store Name  : MY
 *     ... eight lines more ...
 *     Negotiate Client Certificate    : Disabled
 */
import { placeOfLines } from '../../text/line-parts.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';
import { LABELLED, type Part } from './listing.ts';

const BINDING = /\s[:：]\s{1,4}((?:\[[0-9a-f:.]{2,45}\]|[\w.*-]{1,255}):\d{1,5})$/i;
const APPLICATION = /[:：]\s{0,4}\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}$/i;
const NEGOTIATE =
  /negotiate client|clientzertifikat aushandeln|négocier|negociar|协商客户端|クライアント証明書/i;
const ON = /^(?:Enabled|Set|Aktiviert|Activé|Habilitado|Activado|Abilitato|有効|已启用)/i;
const OFF =
  /^(?:Disabled|Not Set|Deaktiviert|Désactivé|Deshabilitado|Desactivado|Disabilitato|無効|已禁用)/i;
/** Lines of one binding; new versions of Windows add some for protocols that are switched off. */
const LINES = 30;

export const tlsBinding: Part = (lines, index, listing) => {
  const binding = BINDING.exec(lines[index]?.text ?? '')?.[1];
  const id = [1, 2].find((below) => APPLICATION.test(lines[index + below]?.text ?? ''));
  if (binding === undefined || id === undefined) return 0;
  const rows = rowsOf(lines, index);
  const own = lines.slice(index, index + rows).map(({ text }) => LABELLED.exec(text) ?? []);
  const applicationId = APPLICATION.exec(lines[index + id]?.text ?? '')?.[1];
  const store = own[id + 1]?.[2];
  const negotiates = own.find(([, label = '']) => NEGOTIATE.test(label))?.[2] ?? '';
  const at = placeOfLines(lines, index, rows);
  listing.facts.push({
    kind: 'tlsBinding',
    at: placeOfLines(lines, index),
    binding: binding.toLowerCase(),
    ...(applicationId !== undefined && { applicationId: applicationId.toLowerCase() }),
    ...(store !== undefined && !/^\(null\)$/i.test(store) && { store }),
    ...((ON.test(negotiates) || OFF.test(negotiates)) && {
      negotiatesClientCertificate: ON.test(negotiates),
    }),
  });
  listing.claimed.push(at);
  return rows;
};

/** Down to the next binding, or to a line that has no label. */
function rowsOf(lines: readonly PrintedLine[], index: number): number {
  let rows = 1;
  while (rows < LINES) {
    const text = lines[index + rows]?.text ?? '';
    if (!LABELLED.test(text) || BINDING.test(text)) break;
    rows++;
  }
  return rows;
}
