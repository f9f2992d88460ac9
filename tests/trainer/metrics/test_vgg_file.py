"""The download of VGG19's weights, from a server in this process."""

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from trainer.errors import MissingFeatures
from trainer.metrics.vgg_file import SIZE, URL, VGG19, Published, check_url, check_vgg19, download, vgg19_file

CONTENT = bytes(range(256)) * 20_000
WANTED = Published(hashlib.sha256(CONTENT).hexdigest(), len(CONTENT))


class Server(ThreadingHTTPServer):
    """Serves CONTENT. ``cut_after`` breaks the first answer off; without ``with_ranges`` it always begins anew, and
    without ``with_length`` it does not say how much will come. ``moved`` sends on to another address.
    """

    cut_after: int | None = None
    with_ranges = True
    with_length = True
    moved = ""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/vgg19.pth"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        asked = self.headers.get("Range", "")
        self.server.asked.append(asked)
        begin = int(asked.removeprefix("bytes=").rstrip("-")) if asked and self.server.with_ranges else 0
        if self.path != "/vgg19.pth":
            self.send_error(404)
        elif self.server.moved:
            self.send_response(302)
            self.send_header("Location", self.server.moved)
            self.end_headers()
        elif begin >= len(CONTENT):
            self.send_error(416)
        else:
            self.send_response(206 if begin else 200)
            if self.server.with_length:
                self.send_header("Content-Length", str(len(CONTENT) - begin))
            self.end_headers()
            end, self.server.cut_after = self.server.cut_after, None
            with suppress(ConnectionError):  # whoever asked may have heard enough
                self.wfile.write(CONTENT[begin:end])

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")
    return tmp_path / "cache"


def test_it_is_fetched_once_with_progress(server: Server, cache: Path) -> None:
    assert vgg19_file() is None
    heard: list[tuple[int, int]] = []
    path = download(server.url, WANTED, lambda done, total: heard.append((done, total)))
    assert path.read_bytes() == CONTENT and vgg19_file() == path
    assert heard[0] == (0, len(CONTENT)) and heard[-1] == (len(CONTENT), len(CONTENT))
    assert [each.name for each in cache.iterdir()] == [path.name]


@pytest.mark.parametrize("with_ranges", [True, False])
def test_a_cut_download_goes_on(server: Server, cache: Path, with_ranges: bool) -> None:
    server.cut_after, server.with_ranges = 2_000_000, with_ranges
    with pytest.raises(MissingFeatures, match=r"was cut .*goes on from there\.$"):
        download(server.url, WANTED)
    assert vgg19_file() is None
    heard: list[int] = []
    assert download(server.url, WANTED, lambda done, total: heard.append(done)).read_bytes() == CONTENT
    assert server.asked == ["", "bytes=2000000-"]
    assert heard[0] == (2_000_000 if with_ranges else 0)


def test_a_stopped_download_goes_on(server: Server, cache: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        download(server.url, WANTED, stop)
    assert download(server.url, WANTED).read_bytes() == CONTENT
    assert server.asked[1] != ""


def test_a_part_that_is_whole_is_only_checked(server: Server, cache: Path) -> None:
    cache.mkdir()
    (cache / f"{Path(URL).name}.part").write_bytes(CONTENT)
    assert download(server.url, WANTED).read_bytes() == CONTENT


@pytest.mark.parametrize("digest", ["0" * 64, WANTED.sha256[:8], ""])
def test_other_contents_are_refused_and_deleted(server: Server, cache: Path, digest: str) -> None:
    with pytest.raises(MissingFeatures, match="is not the file that was published"):
        download(server.url, Published(digest, len(CONTENT)))
    assert list(cache.iterdir()) == []


@pytest.mark.parametrize("with_length", [True, False])
@pytest.mark.parametrize("size", [3_000_000, len(CONTENT) + 1])
def test_no_more_is_fetched_than_the_file_has(server: Server, cache: Path, size: int, with_length: bool) -> None:
    """A server that announces another size is not listened to; one that announces none is cut at the size."""
    server.with_length = with_length
    heard: list[int] = []
    wanted = Published(WANTED.sha256, size)
    is_short = size > len(CONTENT) and not with_length
    with pytest.raises(MissingFeatures, match="was cut" if is_short else "is not the file that was published"):
        download(server.url, wanted, lambda done, total: heard.append(done))
    assert max(heard, default=0) <= size
    assert heard == [] or not with_length
    assert vgg19_file() is None and (is_short or list(cache.iterdir()) == [])


def test_without_a_length_it_is_fetched_all_the_same(server: Server, cache: Path) -> None:
    server.with_length = False
    assert download(server.url, WANTED).read_bytes() == CONTENT


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/vgg19.pth",
        "ftp://example.org/vgg19.pth",
        "file://example.org/vgg19.pth",
        "https:///vgg19.pth",
        "http://localhost.example.org/vgg19.pth",
        "http://[::1/vgg19.pth",
        "vgg19.pth",
        "",
    ],
)
def test_an_address_that_is_not_safe_is_not_asked(server: Server, cache: Path, url: str) -> None:
    with pytest.raises(MissingFeatures, match=r"is no address to download from"):
        download(url, WANTED)
    assert not cache.exists()


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        ("http://example.org/vgg19.pth", "is no address"),
        ("http://[::1/vgg19.pth", "was cut"),
        ("ftp://example.org/vgg19.pth", "is no address"),
    ],
)
def test_a_server_cannot_send_on_to_such_an_address(server: Server, cache: Path, moved: str, said: str) -> None:
    server.moved = moved
    with pytest.raises(MissingFeatures, match=said):
        download(server.url, WANTED)
    assert vgg19_file() is None


def test_safe_addresses(server: Server, cache: Path, tmp_path: Path) -> None:
    for url in (URL, "https://example.org:8443/a.pth", "http://localhost:80/a", "http://[::1]:80/a"):
        check_url(url)
    (tmp_path / "here.pth").write_bytes(CONTENT)
    assert download((tmp_path / "here.pth").as_uri(), WANTED).read_bytes() == CONTENT


def test_what_fails_is_said_in_a_sentence(server: Server, cache: Path) -> None:
    with pytest.raises(MissingFeatures, match="the server answered 404"):
        download(server.url + "x", WANTED)
    server.shutdown()
    server.server_close()
    with pytest.raises(MissingFeatures, match="was cut"):
        download(server.url, WANTED)
    cache.rmdir()
    cache.write_text("a file where the folder should be")
    with pytest.raises(MissingFeatures, match="were not saved to"):
        download(server.url, WANTED)


def test_a_chosen_file_is_looked_into(tmp_path: Path) -> None:
    state = {"features.2.weight": torch.zeros(1)}
    torch.save(state, tmp_path / "new.pth")
    torch.save(state, tmp_path / "old.pth", _use_new_zipfile_serialization=False)
    save_file(state, tmp_path / "own.safetensors")
    for file in tmp_path.iterdir():
        check_vgg19(file)
    (tmp_path / "other.pth").write_bytes(b"PK and something else")
    with pytest.raises(MissingFeatures, match=r"^other\.pth does not hold VGG19's weights"):
        check_vgg19(tmp_path / "other.pth")
    with pytest.raises(MissingFeatures, match="cannot be read"):
        check_vgg19(tmp_path / "gone.pth")


def test_the_whole_digest_is_pinned() -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", VGG19.sha256) and VGG19.size == SIZE
    assert URL.endswith(f"-{VGG19.sha256[:8]}.pth") and URL.startswith("https://")
