"""Fetches a page by its URL, within limits of size, time and redirects.

Only http and https. Private, loopback and link-local addresses are refused unless allowed: the name is resolved
once, every address is checked, and the connection goes to the checked address, at each redirect anew, so that a
page cannot lead us into the local network.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from auditor.errors import InputError
from auditor.reading.settings import Reading
from auditor.reading.sources import Content, Input
from auditor.writing import write_whole_bytes

USER_AGENT = "source-auditor (reads one page at a user's request)"
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_READABLE = (
    "text/",
    "application/xhtml+xml",
    "application/octet-stream",
    "application/pdf",
    "application/json",
    "application/ld+json",
    "application/feed+json",
    "application/rss+xml",
    "application/atom+xml",
    "application/xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "message/rfc822",
)
_ACCEPTED = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5"
_BLOCK = 65_536
_NAME_CHARACTERS = 120
_KEPT_ENDINGS = frozenset({".xml", ".rss", ".atom", ".json", ".pdf", ".docx", ".txt", ".zip"})
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one fetch: size in bytes, time in seconds over all redirects, number of redirects."""

    max_bytes: int = 20_000_000
    seconds: float = 30.0
    redirects: int = 5
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched: the address it came from in the end, its bytes, and the encoding the server stated."""

    url: str
    data: bytes
    encoding: str | None


@dataclass(frozen=True, slots=True)
class _Answer:
    data: bytes
    encoding: str | None
    next_url: str | None


def fetch(url: str, limits: Limits | None = None) -> Page:
    """Fetch one page.

    Raises:
        InputError: the address is not allowed, the server cannot be reached or refuses, or a limit is met.
    """
    known = limits or Limits()
    stop = _Stop()
    timer = threading.Timer(known.seconds, stop.stop)
    timer.daemon = True
    timer.start()
    try:
        return _follow(url, known, stop)
    finally:
        timer.cancel()


class _Stop:
    """Ends the connection in use when the time is up, however slowly the server sends. Holds that connection."""

    def __init__(self) -> None:
        self.stopped = False
        self._socket: socket.socket | None = None

    def watch(self, connection: socket.socket) -> None:
        self._socket = connection
        if self.stopped:
            self.stop()

    def stop(self) -> None:
        self.stopped = True
        if self._socket is not None:
            try:
                self._socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # already closed


def _follow(url: str, limits: Limits, stop: _Stop) -> Page:
    for _ in range(limits.redirects + 1):
        answer = _ask(url, limits, stop)
        if answer.next_url is None:
            return Page(url, answer.data, answer.encoding)
        url = answer.next_url
    raise InputError(f"redirected more than {limits.redirects} times", where=url)


def _ask(url: str, limits: Limits, stop: _Stop) -> _Answer:
    parts = _checked(url)
    with _network_errors(url, limits, stop):
        connection = _connect(parts, url, limits, stop)
        try:
            connection.request("GET", _target(parts), headers={"User-Agent": USER_AGENT, "Accept": _ACCEPTED})
            answer = _answer(connection.getresponse(), url, limits)
        finally:
            connection.close()
        if stop.stopped:
            raise TimeoutError  # the page was cut off by us and looks complete
    return answer


@contextmanager
def _network_errors(url: str, limits: Limits, stop: _Stop) -> Iterator[None]:
    try:
        yield
    except (OSError, http.client.HTTPException, zlib.error) as error:
        if stop.stopped or isinstance(error, TimeoutError):
            raise InputError(f"took longer than {limits.seconds:g} seconds", where=url) from error
        said = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise InputError(f"cannot be fetched: {said}", where=url, fix="Check the address and the network.") from error


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise InputError(f"not a web address: {error}", where=url) from error
    if parts.scheme.lower() not in _PORTS:
        raise InputError("only http and https addresses are read", where=url)
    if not parts.hostname or port == 0:
        raise InputError("not a web address: it names no host", where=url)
    if parts.username is not None:
        raise InputError("an address with a user name in it is not fetched", where=parts._replace(netloc="…").geturl())
    return parts


def _connect(parts: SplitResult, url: str, limits: Limits, stop: _Stop) -> http.client.HTTPConnection:
    """Connect to the address that was checked, not to whatever the name means a moment later."""
    scheme = parts.scheme.lower()
    host, port = parts.hostname or "", parts.port or _PORTS[scheme]
    address = _address(host, port, url, allow_private=limits.allow_private)
    plain = socket.create_connection((address, port), timeout=limits.seconds)
    stop.watch(plain)
    connection = http.client.HTTPConnection(host, port, timeout=limits.seconds)
    connection.sock = plain
    if scheme == "https":
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        connection.default_port = _PORTS["https"]  # keeps ":443" out of the Host header
        stop.watch(connection.sock)
    return connection


def _address(host: str, port: int, url: str, *, allow_private: bool) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"no such host: {host}", where=url, fix="Check the address and the network.") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not allow_private and not all(is_public(address) for address in addresses):
        fix = "Use --allow-private-addresses if you trust it."
        raise InputError("the address lies in a private or local network and is not fetched", where=url, fix=fix)
    return addresses[0]


def is_public(address: str) -> bool:
    """Tell whether an IP address is on the public internet, whatever way it is written."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour
        if parsed in _NAT64:
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return parsed.is_global and not parsed.is_multicast


def _target(parts: SplitResult) -> str:
    safe = "/%:=&?~#+!$,;'@()*[]"
    query = f"?{quote(parts.query, safe=safe)}" if parts.query else ""
    return quote(parts.path or "/", safe=safe) + query


def _answer(response: http.client.HTTPResponse, url: str, limits: Limits) -> _Answer:
    if response.status in _REDIRECTS and (location := response.getheader("Location")):
        return _Answer(b"", None, urljoin(url, location))
    if response.status != 200:
        raise InputError(f"the server answered {response.status} {response.reason}".rstrip(), where=url)
    kind = response.headers.get_content_type()
    if not kind.startswith(_READABLE):
        raise InputError(f"not a web page but {kind}", where=url)
    data = _body(response, url, limits)
    return _Answer(data, response.headers.get_content_charset(), None)


def _body(response: http.client.HTTPResponse, url: str, limits: Limits) -> bytes:
    packing = (response.getheader("Content-Encoding") or "identity").lower()
    if packing not in {"identity", "gzip", "deflate"}:
        raise InputError(f"the server packed the page as {packing}, which cannot be read", where=url)
    unpack = zlib.decompressobj(wbits=47) if packing != "identity" else None
    data = bytearray()
    while block := response.read(_BLOCK):
        data += unpack.decompress(block, limits.max_bytes + 1 - len(data)) if unpack else block
        if len(data) > limits.max_bytes:
            raise InputError(f"larger than {limits.max_bytes / 1_000_000:g} MB", where=url)
    if response.length:
        raise http.client.IncompleteRead(bytes(data), response.length)
    return bytes(data)


def fetched(source: Input, settings: Reading) -> Content:
    """Fetch what an input's address names, and keep it as it came where the settings say so.

    Raises:
        InputError: it cannot be fetched.
        ReportError: it cannot be kept.
    """
    limits = Limits(max_bytes=settings.max_bytes, allow_private=settings.allow_private)
    page = fetch(source.place, limits)
    notes = [f"Fetched from {page.url}."] if page.url != source.place else []
    if settings.save_page is not None:
        kept = _kept(page, source, Path(settings.save_page))
        notes.append(f"The page as it came was kept in {kept}.")
    return Content(page.data, page.url, encoding=page.encoding, url=page.url, notes=tuple(notes))


def _kept(page: Page, source: Input, folder: Path) -> Path:
    """Write the bytes of a page into the folder, under the article's id made into one name."""
    name = re.sub(r"[^\w.-]+", "_", source.id).strip("._")[:_NAME_CHARACTERS] or "page"
    ending = PurePosixPath(urlsplit(page.url).path).suffix.lower()
    path = folder / f"{name}{ending if ending in _KEPT_ENDINGS else '.html'}"
    write_whole_bytes(path, page.data)
    return path
