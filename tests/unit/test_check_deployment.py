"""After a deployment, what is published is compared with what was tested."""

from __future__ import annotations

import functools
import http.server
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import pytest

import check_deployment
from import_site import Done
from in_process import run
from processes import ended
from real_site import ROOT

FILES = {
    "index.html": "<h1>Home</h1>",
    "404.html": "<h1>Nothing here</h1>",
    "program/program.ics": "BEGIN:VCALENDAR\r\n",
    "program/papers/index.html": "<h1>Papers</h1>",
    "program/papers/alpha beta.html": "<h1>Alpha</h1>",
    "program/papers/gamma.html": "<h1>Gamma</h1>",
}


class Host(http.server.SimpleHTTPRequestHandler):
    """Answers as GitHub Pages does: what is missing gets the site's own page, and 404."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        content = page.read_bytes() if page.is_file() else b""
        self.send_response(code)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


@contextmanager
def hosted(folder: Path, handler: type[Host] = Host) -> Iterator[str]:
    serve = functools.partial(handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        # How often it checks whether to stop.
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def compare(url: str, folder: Path, *options: str) -> Done:
    return run(check_deployment.main, url, folder, *options)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "built" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return tmp_path / "built"


@pytest.fixture
def published(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the site, for a test to change before it is served."""
    return Path(shutil.copytree(built, tmp_path / "published"))


def test_a_site_that_is_published_as_it_was_tested_passes(built: Path, published: Path) -> None:
    with hosted(published) as url:
        done = compare(url, built)
        command = (sys.executable, ROOT / "tools/check_deployment.py")
        again = ended(*command, f"{url}/", built)
    assert (done.code, done.err.strip()) == (0, "")
    assert done.out.splitlines() == [
        f"{url}/: 200, as tested",
        f"{url}/program/program.ics: 200, as tested",
        f"{url}/program/papers/alpha beta.html: 200, as tested",
        f"{url}/no-such-page/at-any-depth.html: 404, as tested",
    ]
    assert again.out == done.out


def test_bytes_that_differ_and_a_file_that_was_not_published_fail(
    built: Path, published: Path
) -> None:
    changed = {
        "index.html": "",
        "program/papers/alpha beta.html": "program/papers/alpha%20beta.html",
        "404.html": "no-such-page/at-any-depth.html",
    }
    for name in changed:
        (published / name).write_bytes(b"an older version")
    (published / "program/program.ics").unlink()
    with hosted(published) as url:
        done = compare(url, built)
    assert done.code == 1
    for address in changed.values():
        assert f"{url}/{address}: 16 bytes that differ from" in done.err
    assert f"{url}/program/program.ics: status 404; expected 200\n" in done.err


def test_a_host_that_answers_a_missing_page_with_success_fails(built: Path) -> None:
    class Lenient(Host):
        def send_error(
            self, code: int, message: str | None = None, explain: str | None = None
        ) -> None:
            super().send_error(HTTPStatus.OK, message, explain)

    with hosted(built, Lenient) as url:
        done = compare(url, built)
    assert done.code == 1
    assert f"{url}/no-such-page/at-any-depth.html: status 200; expected 404" in done.err


def test_a_new_version_that_comes_late_is_waited_for(
    built: Path, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_deployment, "PAUSE", 0.01)
    (published / "index.html").write_bytes(b"an older version")

    class Late(Host):
        """Publishes the new home page after the old one was asked for."""

        def do_GET(self) -> None:
            super().do_GET()
            if self.path == "/":
                shutil.copy(built / "index.html", published / "index.html")

    with hosted(published, Late) as url:
        done = compare(url, built, "--wait", "600")
    assert (done.code, done.err.strip()) == (0, "")


def test_a_site_without_papers_is_compared_by_the_rest(built: Path) -> None:
    for path in (built / "program/papers").iterdir():
        path.unlink()
    with hosted(built) as url:
        done = compare(url, built)
    assert (done.code, len(done.out.splitlines())) == (0, 3)


def test_no_answer_fails_and_a_folder_that_is_no_built_site_is_an_error(
    built: Path, tmp_path: Path
) -> None:
    nobody = "http://127.0.0.1:9"
    done = compare(nobody, built)
    assert (done.code, done.err.count("no answer")) == (1, 4)
    done = compare(nobody, tmp_path)
    assert (done.code, "not a built site" in done.err) == (2, True)
