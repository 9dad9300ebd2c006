"""Scripts that a page needs at once are one file, and none asks for another by two addresses."""

from __future__ import annotations

import re

import pytest

from sphinx_workshop.domain.front_end import STATIC
from sphinx_workshop.domain.script_bundle import BUNDLED, ENTRY, bundled
from sphinx_workshop.domain.scripts import SCRIPTS

MODULES = {
    "main": 'import { all } from "./page.js";\nimport "./search.js";\n'
    'if (all) import("./time.js").then(({ now }) => now());\nexport const ready = 1;\n',
    "page": "export const all = 1;\nexport function make() {}\n",
    "search": 'addEventListener("keydown", async () => (await import("./mine.js")).show());\n',
    "time": 'import { all } from "./page.js";\nexport const now = () => all;\n',
    "mine": 'import { all } from "./page.js";\nimport { own } from "./own.js";\n'
    "export const show = () => all + own;\n",
    "own": "export const own = 1;\n",
}


def test_what_a_page_needs_at_once_is_one_file() -> None:
    files, _version = bundled(MODULES)
    assert set(files) == {"main", "mine", "own"}
    main = files["main"]
    assert "const $page = $once(() => {\nconst all = 1;\nfunction make() {}\n" in main
    assert "return { all, make };" in main
    assert "const { all } = $page();\n$search();\n" in main
    assert "(async () => $time())().then" in main
    assert main.rstrip().endswith("export const ready = 1;")  # tests wait for it


def test_what_is_loaded_later_takes_what_it_shares_from_the_one_file() -> None:
    files, version = bundled(MODULES)
    assert files["mine"].startswith(
        f'import {{ $page }} from "./main.js?v={version}";\nconst {{ all }} = $page();\n'
        f'import {{ own }} from "./own.js?v={version}";\n'
    )
    assert f'import("./mine.js?v={version}")' in files["main"]
    assert files["own"] == MODULES["own"]


def test_a_shared_module_that_is_imported_late_comes_from_the_one_file_as_well() -> None:
    late = 'import { all as every } from "./page.js";\nimport("./time.js").then(every);\n'
    files, version = bundled(MODULES | {"own": late})
    assert "const { all: every } = $page();" in files["own"]
    assert (
        f'import("./main.js?v={version}").then((main) => main.$time()).then(every)' in files["own"]
    )


def test_the_version_changes_with_any_module() -> None:
    _files, version = bundled(MODULES)
    assert bundled(MODULES)[1] == version
    assert all(bundled(MODULES | {name: "//"})[1] != version for name in ("own", "search"))


@pytest.mark.parametrize(
    "statement",
    [
        "export default 1;",
        "export { all };",
        'import x from "./y.js";',
        "export let all;",
    ],
)
def test_a_statement_that_cannot_be_bundled_is_named(statement: str) -> None:
    with pytest.raises(
        ValueError, match=re.escape(f"page.js cannot be bundled with '{statement}'")
    ):
        bundled(MODULES | {"page": statement})


def test_every_script_is_published_and_asks_for_others_by_one_address() -> None:
    paths = sorted((STATIC / SCRIPTS).glob("*.js"))
    modules = {path.stem: path.read_text("utf-8") for path in paths}
    files, version = bundled(modules)
    assert modules.keys() >= BUNDLED
    assert files.keys() == modules.keys() - BUNDLED | {ENTRY}
    for name, text in files.items():
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)
        asked = re.findall(r'"\./([^"]+)"', code)
        assert all(one.removesuffix(f".js?v={version}") in files for one in asked), name
        assert name != ENTRY or not re.search(r"^import\b", code, re.MULTILINE)
