"""TLS in the words WARC wants: WARC-Protocol (`tls/1.3`) and WARC-Cipher-Suite (the IANA name).

OpenSSL names the suites of TLS 1.3 as IANA does, older ones in a grammar of its own: key exchange and authentication
in front (nothing there means RSA), then cipher, mode and hash. Two tables take it apart; suites of export grade
(`EXP-…`), which no OpenSSL since 1.1.0 can negotiate, are not in them.
"""

from __future__ import annotations

_PROTOCOLS = {
    "TLSv1.3": "tls/1.3",
    "TLSv1.2": "tls/1.2",
    "TLSv1.1": "tls/1.1",
    "TLSv1": "tls/1.0",
    "SSLv3": "ssl/3",
    "SSLv2": "ssl/2",
}

_KEY_EXCHANGES = {
    "": "RSA",
    "ADH-": "DH_anon",
    "AECDH-": "ECDH_anon",
    "DH-DSS-": "DH_DSS",
    "DH-RSA-": "DH_RSA",
    "DHE-DSS-": "DHE_DSS",
    "DHE-PSK-": "DHE_PSK",
    "DHE-RSA-": "DHE_RSA",
    "ECDH-": "ECDH_RSA",  # this and ECDHE- stand only in front of ARIA
    "ECDH-ECDSA-": "ECDH_ECDSA",
    "ECDH-RSA-": "ECDH_RSA",
    "ECDHE-": "ECDHE_RSA",
    "ECDHE-ECDSA-": "ECDHE_ECDSA",
    "ECDHE-PSK-": "ECDHE_PSK",
    "ECDHE-RSA-": "ECDHE_RSA",
    "EDH-DSS-": "DHE_DSS",
    "EDH-RSA-": "DHE_RSA",
    "PSK-": "PSK",
    "RSA-PSK-": "RSA_PSK",
    "SRP-": "SRP_SHA",
    "SRP-DSS-": "SRP_SHA_DSS",
    "SRP-RSA-": "SRP_SHA_RSA",
}

_CIPHERS = {
    "3DES-EDE-CBC-SHA": "3DES_EDE_CBC_SHA",
    "AES-128-CBC-SHA": "AES_128_CBC_SHA",
    "AES-256-CBC-SHA": "AES_256_CBC_SHA",
    "AES128-CBC-SHA": "AES_128_CBC_SHA",
    "AES128-CBC-SHA256": "AES_128_CBC_SHA256",
    "AES128-CCM": "AES_128_CCM",
    "AES128-CCM8": "AES_128_CCM_8",
    "AES128-GCM-SHA256": "AES_128_GCM_SHA256",
    "AES128-SHA": "AES_128_CBC_SHA",
    "AES128-SHA256": "AES_128_CBC_SHA256",
    "AES256-CBC-SHA": "AES_256_CBC_SHA",
    "AES256-CBC-SHA384": "AES_256_CBC_SHA384",
    "AES256-CCM": "AES_256_CCM",
    "AES256-CCM8": "AES_256_CCM_8",
    "AES256-GCM-SHA384": "AES_256_GCM_SHA384",
    "AES256-SHA": "AES_256_CBC_SHA",
    "AES256-SHA256": "AES_256_CBC_SHA256",
    "AES256-SHA384": "AES_256_CBC_SHA384",
    "ARIA128-GCM-SHA256": "ARIA_128_GCM_SHA256",
    "ARIA256-GCM-SHA384": "ARIA_256_GCM_SHA384",
    "CAMELLIA128-SHA": "CAMELLIA_128_CBC_SHA",
    "CAMELLIA128-SHA256": "CAMELLIA_128_CBC_SHA256",
    "CAMELLIA256-SHA": "CAMELLIA_256_CBC_SHA",
    "CAMELLIA256-SHA256": "CAMELLIA_256_CBC_SHA256",
    "CAMELLIA256-SHA384": "CAMELLIA_256_CBC_SHA384",
    "CHACHA20-POLY1305": "CHACHA20_POLY1305_SHA256",
    "DES-CBC-SHA": "DES_CBC_SHA",
    "DES-CBC3-SHA": "3DES_EDE_CBC_SHA",
    "IDEA-CBC-SHA": "IDEA_CBC_SHA",
    "NULL-MD5": "NULL_MD5",
    "NULL-SHA": "NULL_SHA",
    "NULL-SHA256": "NULL_SHA256",
    "NULL-SHA384": "NULL_SHA384",
    "RC4-MD5": "RC4_128_MD5",
    "RC4-SHA": "RC4_128_SHA",
    "SEED-SHA": "SEED_CBC_SHA",
}

_IRREGULAR = {
    # RFC 6655 §3 itself turned the two words round.
    "DHE-PSK-AES128-CCM8": "TLS_PSK_DHE_WITH_AES_128_CCM_8",
    "DHE-PSK-AES256-CCM8": "TLS_PSK_DHE_WITH_AES_256_CCM_8",
}


def tls_protocol(version: str) -> str | None:
    """Return the WARC-Protocol value of OpenSSL's version name, `tls/1.2` of `TLSv1.2`, None of an unknown one."""
    return _PROTOCOLS.get(version)


def iana_cipher_suite(name: str) -> str | None:
    """Return the IANA name of the cipher suite OpenSSL calls `name`, None when it has none that is known."""
    if name.startswith("TLS_"):
        return name
    if name in _IRREGULAR:
        return _IRREGULAR[name]
    for ending, cipher in _CIPHERS.items():
        if name.endswith(ending):
            key_exchange = _KEY_EXCHANGES.get(name[: -len(ending)])
            if key_exchange is not None:
                return f"TLS_{key_exchange}_WITH_{cipher}"
    return None
