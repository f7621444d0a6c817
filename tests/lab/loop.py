"""Both sides of a GSS-API handshake in one process, without a server.

Arguments: the mechanism that the client offers (`spnego-ntlm`, `ntlm`, `krb5`), the client's
computer name, the server's. Prints one JSON row a token: who sent it and its base64.
"""

import base64
import json
import os
import sys

import gssapi

NTLM = gssapi.OID.from_int_seq("1.3.6.1.4.1.311.2.2.10")
SPNEGO = gssapi.OID.from_int_seq("1.3.6.1.5.5.2")
KERBEROS = gssapi.OID.from_int_seq("1.2.840.113554.1.2.2")


def main(way, client_name, server_name):
    inner = KERBEROS if way == "krb5" else NTLM
    outer = SPNEGO if way.startswith("spnego") else inner
    target = gssapi.Name("HTTP@portal.contoso.com", gssapi.NameType.hostbased_service)

    def side(name, usage):
        os.environ["NETBIOS_COMPUTER_NAME"] = name
        return gssapi.Credentials(usage=usage, mechs=[outer])

    flags = [
        gssapi.RequirementFlag.mutual_authentication,
        gssapi.RequirementFlag.integrity,
    ]
    client = gssapi.SecurityContext(
        name=target, mech=outer, flags=flags, creds=side(client_name, "initiate"), usage="initiate"
    )
    server = gssapi.SecurityContext(creds=side(server_name, "accept"), usage="accept")
    token = None
    while True:
        os.environ["NETBIOS_COMPUTER_NAME"] = client_name
        token = client.step(token)
        if not token:
            break
        show("client", token)
        os.environ["NETBIOS_COMPUTER_NAME"] = server_name
        token = server.step(token)
        if not token:
            break
        show("server", token)


def show(sender, token):
    print(json.dumps({"from": sender, "base64": base64.b64encode(token).decode()}))


main(*sys.argv[1:])
