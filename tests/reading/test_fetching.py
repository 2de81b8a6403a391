"""Fetching pages from a server in this process: limits, redirects, and addresses that are refused."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from reading.pdffile import column, pdf

from auditor.errors import InputError
from auditor.reading.fetching import Limits, fetch, is_public
from auditor.reading.inputs import Input
from auditor.reading.read import Reading, read_input
from auditor.reading.unpacking import opened

WORDS = "<html><body><p>The café is shut.</p></body></html>"
PRIVATE = Limits(allow_private=True)


class Pages(BaseHTTPRequestHandler):
    """A page for each path."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def send(self, body: bytes = b"", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        headers.setdefault("Content_Type", "text/html; charset=utf-8")
        headers.setdefault("Content_Length", str(len(body)))
        for name, value in headers.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        name, _, rest = self.path[1:].partition("/")
        try:
            getattr(self, f"page_{name.partition('?')[0]}")(rest)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def page_plain(self, _):
        self.send(WORDS.encode())

    def page_latin(self, _):
        self.send(WORDS.encode("latin-1"), Content_Type="text/html; charset=ISO-8859-1")

    def page_lying(self, _):
        self.send(WORDS.encode("cp1252"), Content_Type="text/html; charset=utf-8")

    def page_unknown(self, _):
        self.send(WORDS.encode(), Content_Type="text/html; charset=x-made-up")

    def page_wide(self, _):
        self.send(WORDS.encode(), Content_Type="text/html; charset=utf-16")

    def page_feed(self, _):
        item = "<item><title>{0}</title><description>Words of {0}.</description></item>"
        items = "".join(item.format(name) for name in ("one", "two"))
        self.send(f"<rss><channel>{items}</channel></rss>".encode(), Content_Type="application/rss+xml")

    def page_copy(self, _):
        self.send(pdf([column(["The quay is shut, the mayor said."], 50, 700)]), Content_Type="application/pdf")

    def page_echo(self, _):
        self.send(f"{self.path} {self.headers['Host']} {self.headers['User-Agent']}".encode())

    def page_packed(self, _):
        self.send(gzip.compress(WORDS.encode()), Content_Encoding="gzip")

    def page_bomb(self, _):
        self.send(gzip.compress(b"0" * 5_000_000), Content_Encoding="gzip")

    def page_odd(self, _):
        self.send(b"x", Content_Encoding="br")

    def page_spoilt(self, _):
        self.send(b"not gzip at all", Content_Encoding="gzip")

    def page_large(self, _):
        self.send(b"0" * 200_000)

    def page_endless(self, _):
        self.send(Content_Length="", Connection="close")
        while True:
            self.wfile.write(b"0" * 10_000)

    def page_slow(self, _):
        self.send(Content_Length="100000")
        for _ in range(100):
            self.wfile.write(b"0")
            time.sleep(0.05)

    def page_slowhead(self, _):
        for _ in range(100):
            self.wfile.write(b"H")
            time.sleep(0.05)

    def page_cut(self, _):
        self.send(b"half", Content_Length="1000")
        self.close_connection = True

    def page_picture(self, _):
        self.send(b"\x89PNG", Content_Type="image/png")

    def page_gone(self, _):
        self.send(b"", 404)

    def page_loop(self, _):
        self.send(b"", 302, Location="/loop")

    def page_hop(self, rest):
        self.send(b"", 302, Location=f"/hop/{int(rest) - 1}" if int(rest) else "/plain")

    def page_to(self, rest):
        self.send(b"", 301, Location=rest)


class Server(ThreadingHTTPServer):
    """Says nothing when a reader hangs up, which is what these tests make it do."""

    daemon_threads = True

    def handle_error(self, *arguments):
        pass


@pytest.fixture(scope="module")
def server():
    running = Server(("127.0.0.1", 0), Pages)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


def problem(url: str, limits: Limits = PRIVATE) -> str:
    with pytest.raises(InputError) as caught:
        fetch(url, limits)
    said = str(caught.value)
    assert "\n" not in said
    return said


class TestPages:
    def test_are_fetched(self, server):
        page = fetch(f"{server}/plain", PRIVATE)
        assert (page.url, page.data.decode(), page.encoding) == (f"{server}/plain", WORDS, "utf-8")

    def test_come_with_the_encoding_the_server_states(self, server):
        assert fetch(f"{server}/latin", PRIVATE).encoding == "iso-8859-1"

    def test_may_be_packed(self, server):
        assert fetch(f"{server}/packed", PRIVATE).data.decode() == WORDS

    def test_are_asked_for_by_the_whole_address_and_an_honest_name(self, server):
        said = fetch(f"{server}/echo/caf\u00e9 x?a=b%20c&d=ø#part", PRIVATE).data.decode()
        path, host, agent = said.split(" ", 2)
        assert path == "/echo/caf%C3%A9%20x?a=b%20c&d=%C3%B8"
        assert host == server.removeprefix("http://")
        assert agent.startswith("source-auditor")

    def test_may_move(self, server):
        assert fetch(f"{server}/hop/4", PRIVATE).url == f"{server}/plain"


class TestLimits:
    def test_of_redirects(self, server):
        assert "redirected more than 5 times" in problem(f"{server}/hop/5")
        assert "redirected more than 5 times" in problem(f"{server}/loop")

    @pytest.mark.parametrize("page", ["large", "endless", "bomb"])
    def test_of_size(self, server, page):
        assert "larger than 0.1 MB" in problem(f"{server}/{page}", Limits(max_bytes=100_000, allow_private=True))

    @pytest.mark.parametrize("page", ["slow", "slowhead"])
    def test_of_time(self, server, page):
        begin = time.monotonic()
        assert "took longer than 0.5 seconds" in problem(f"{server}/{page}", Limits(seconds=0.5, allow_private=True))
        assert time.monotonic() - begin < 3


class TestWhatServersDoWrong:
    def test_a_page_that_is_not_there(self, server):
        assert "the server answered 404" in problem(f"{server}/gone")

    def test_a_page_that_breaks_off(self, server):
        assert "cannot be fetched" in problem(f"{server}/cut")

    def test_a_picture(self, server):
        assert "not a web page but image/png" in problem(f"{server}/picture")

    @pytest.mark.parametrize("page", ["odd", "spoilt"])
    def test_a_packing_that_cannot_be_read(self, server, page):
        problem(f"{server}/{page}")

    def test_no_server_at_all(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        assert "cannot be fetched" in problem(f"http://127.0.0.1:{port}/")

    def test_a_host_that_does_not_exist(self):
        assert "no such host" in problem("http://no-such-host.invalid/")


class TestAddresses:
    def test_on_this_machine_are_refused(self, server):
        said = problem(f"{server}/plain", Limits())
        assert "private or local network" in said
        assert "--allow-private-addresses" in said

    def test_are_checked_again_at_each_redirect(self, server, monkeypatch):
        asked = []
        home = server.removeprefix("http://").split(":")

        def resolve(host, port, *_, **__):
            if host == home[0]:
                return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
            asked.append(host)
            address = "93.184.216.34" if host == "news.example" else "127.0.0.1"
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

        real = socket.create_connection
        monkeypatch.setattr(socket, "getaddrinfo", resolve)
        monkeypatch.setattr(socket, "create_connection", lambda _, **options: real((home[0], int(home[1])), **options))
        assert "private or local" in problem("http://news.example/to/http://inside.example/secret", Limits())
        assert asked == ["news.example", "inside.example"]

    def test_count_all_when_a_name_has_several(self, monkeypatch):
        def resolve(host, port, **_):
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ("93.184.216.34", "10.0.0.1")]

        monkeypatch.setattr(socket, "getaddrinfo", resolve)
        assert "private or local" in problem("http://news.example/", Limits())

    @pytest.mark.parametrize(
        "address",
        [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1%eth0",
            "fc00::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "2002:7f00:1::",
            "64:ff9b::7f00:1",
        ],
    )
    def test_that_are_not_public(self, address):
        assert not is_public(address)

    @pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
    def test_that_are_public(self, address):
        assert is_public(address)

    @pytest.mark.parametrize(
        ("url", "said"),
        [
            ("ftp://example.org/a", "only http and https"),
            ("file:///etc/passwd", "only http and https"),
            ("gopher://example.org", "only http and https"),
            ("http://", "names no host"),
            ("http:///path", "names no host"),
            ("http://example.org:99999/", "not a web address"),
            ("http://[::1/", "not a web address"),
            ("http://a..b/", "no such host"),
        ],
    )
    def test_of_other_kinds_are_refused(self, url, said):
        assert said in problem(url)

    def test_with_a_password_are_refused_without_repeating_it(self):
        said = problem("http://reader:secret@example.org/")
        assert "user name" in said
        assert "secret" not in said

    def test_a_redirect_cannot_lead_to_a_file(self, server):
        assert "only http and https" in problem(f"{server}/to/file:///etc/passwd")


def test_a_url_is_read_as_an_article(server):
    with pytest.raises(InputError, match="private or local"):
        read_input(f"{server}/plain")
    article = read_input(f"{server}/latin", Reading(allow_private=True))
    assert "The café is shut." in article.text
    assert article.metadata.url == f"{server}/latin"


OPEN = Reading(allow_private=True)


@pytest.mark.parametrize("page", ["lying", "unknown", "wide"])
def test_a_wrong_charset_does_not_spoil_the_words(server, page):
    assert "The café is shut." in read_input(f"{server}/{page}", OPEN).text


def test_a_feed_is_read_item_by_item(server):
    found = list(opened([Input(f"{server}/feed", "feed")], OPEN))
    assert [source.id for source in found] == ["feed/1", "feed/2"]
    assert [read_input(source).metadata.title for source in found] == ["one", "two"]


def test_a_pdf_behind_an_address_is_read(server):
    article = read_input(f"{server}/copy", OPEN)
    assert article.text == "The quay is shut, the mayor said."
    assert article.metadata.url == f"{server}/copy"


def test_an_address_that_fails_does_not_stop_the_next_one(server):
    found = list(opened([Input(f"{server}/gone", "a"), Input(f"{server}/plain", "b")], OPEN))
    assert [source.problem is None for source in found] == [False, True]


def test_pages_are_kept_as_they_came(server, tmp_path):
    settings = Reading(allow_private=True, save_page=str(tmp_path / "pages"))
    (source,) = opened([Input(f"{server}/hop/1", "127.0.0.1/a story")], settings)
    kept = tmp_path / "pages" / "127.0.0.1_a_story.html"
    assert kept.read_text(encoding="utf-8") == WORDS
    notes = read_input(source).notes
    assert f"Fetched from {server}/plain." in notes
    assert f"The page as it came was kept in {kept}." in notes
