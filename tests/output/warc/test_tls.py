"""TLS layers get the names WARC wants."""

from __future__ import annotations

import shutil
import ssl
import subprocess

import pytest

from output.warc.tls import iana_cipher_suite, tls_protocol


@pytest.mark.parametrize(
    ("openssl", "warc"),
    [("TLSv1.3", "tls/1.3"), ("TLSv1.2", "tls/1.2"), ("TLSv1", "tls/1.0"), ("SSLv3", "ssl/3"), ("odd", None)],
)
def test_versions_are_named_as_layers(openssl: str, warc: str | None) -> None:
    """WARC-Protocol (iipc/warc-specifications#42)."""
    assert tls_protocol(openssl) == warc


@pytest.mark.parametrize(
    ("openssl", "iana"),
    [
        ("TLS_AES_256_GCM_SHA384", "TLS_AES_256_GCM_SHA384"),
        ("ECDHE-ECDSA-CHACHA20-POLY1305", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"),
        ("ECDHE-RSA-AES256-SHA384", "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"),
        ("ECDHE-ARIA128-GCM-SHA256", "TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256"),
        ("AES128-SHA", "TLS_RSA_WITH_AES_128_CBC_SHA"),
        ("EDH-RSA-DES-CBC3-SHA", "TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA"),
        ("DHE-PSK-AES128-CCM8", "TLS_PSK_DHE_WITH_AES_128_CCM_8"),
        ("RC4-MD5", "TLS_RSA_WITH_RC4_128_MD5"),
        ("SRP-DSS-AES-128-CBC-SHA", "TLS_SRP_SHA_DSS_WITH_AES_128_CBC_SHA"),
        ("GOST2012-GOST8912-GOST8912", None),
        ("", None),
    ],
)
def test_cipher_suites_have_their_iana_names(openssl: str, iana: str | None) -> None:
    """WARC-Cipher-Suite (iipc/warc-specifications#86); an unknown one has none."""
    assert iana_cipher_suite(openssl) == iana


def test_every_suite_of_this_python_is_known() -> None:
    """Nothing that can be negotiated here goes without a name."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.set_ciphers("ALL:@SECLEVEL=0")
    names = [cipher["name"] for cipher in context.get_ciphers()]
    assert [name for name in names if iana_cipher_suite(name) is None] == []


def test_openssl_agrees_on_every_suite_it_knows() -> None:
    """The judge is OpenSSL's own list of standard names."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl command here to ask")
    asked = [openssl, "ciphers", "-stdname", "-v", "ALL:COMPLEMENTOFALL:@SECLEVEL=0"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    if answer.returncode:
        pytest.skip("this openssl command doesn't tell standard names")
    suites = [line.split()[:3:2] for line in answer.stdout.splitlines()]
    assert [(name, iana) for iana, name in suites if iana_cipher_suite(name) != iana] == []
