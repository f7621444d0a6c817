/** Attribute/value pairs of NTLM (MS-NLMP 2.2.2.1), with how to read each. */
export interface AvId {
  name: string;
  kind: 'end' | 'text' | 'flags' | 'time' | 'host' | 'hash';
  meaning?: string;
}

export const AV_IDS: Readonly<Record<number, AvId>> = {
  0: { name: 'MsvAvEOL', kind: 'end' },
  1: { name: 'MsvAvNbComputerName', kind: 'text', meaning: "The server's NetBIOS name." },
  2: { name: 'MsvAvNbDomainName', kind: 'text', meaning: "The server's NetBIOS domain." },
  3: { name: 'MsvAvDnsComputerName', kind: 'text', meaning: "The server's full DNS name." },
  4: { name: 'MsvAvDnsDomainName', kind: 'text', meaning: "The server's DNS domain." },
  5: { name: 'MsvAvDnsTreeName', kind: 'text', meaning: "The server's forest." },
  6: { name: 'MsvAvFlags', kind: 'flags' },
  7: { name: 'MsvAvTimestamp', kind: 'time', meaning: "The server's clock." },
  8: {
    name: 'MsvAvSingleHost',
    kind: 'host',
    meaning: 'Lets a machine recognise its own logon when it talks to itself.',
  },
  9: { name: 'MsvAvTargetName', kind: 'text', meaning: 'The SPN the client aims at.' },
  10: { name: 'MsvAvChannelBindings', kind: 'hash' },
};

/** Bits of MsvAvFlags. */
export const AV_FLAGS: readonly { bit: number; meaning: string }[] = [
  { bit: 1, meaning: 'the account is constrained' },
  { bit: 2, meaning: 'the message carries a MIC' },
  { bit: 4, meaning: "the target's SPN came from an untrusted source" },
];
