"""What the site ships that others have made.

Each was looked up where it comes from. Of MkDocs and its theme only the icons are among them: the frame of the pages,
the style sheets and the scripts are our own. What Pagefind's WebAssembly is compiled of stands in no package,
but in its source (`pagefind_web/Cargo.toml`) and partly in the compiled file itself, which the tests read.
"""

from __future__ import annotations

from dataclasses import dataclass

PUBLIC_DOMAIN = "Public domain"


@dataclass(frozen=True)
class Component:
    """Something that others have made and a reader of the site is handed.

    Attributes:
        name: What it is called.
        version: The version that is shipped; empty when it cannot be told.
        licence: As SPDX writes it, or `PUBLIC_DOMAIN`.
        use: What it does on the site, in Swedish.
        address: Where it comes from, and its source code is.
        kind: The kind of package that it comes as, for programs; empty for what is none, or is among the pinned.
        texts: The files in `texts/` that its licence wants to go along.
        inside: The part that it is compiled into.
        data: Whether it is data or a font, and no program.
    """

    name: str
    version: str
    licence: str
    use: str
    address: str
    kind: str = ""
    texts: tuple[str, ...] = ()
    inside: str = ""
    data: bool = False


PAGEFIND = Component(
    "pagefind", "1.5.2", "MIT", "Sökningen: skript och WebAssembly i mappen pagefind/.",
    "https://github.com/Pagefind/pagefind", texts=("Pagefind.txt",),
)  # fmt: skip

_INSIDE_PAGEFIND = (
    Component("pagefind_stem", "1.0.0", "MIT AND BSD-3-Clause", "Böjningsformer, ur Snowball.",
         "https://github.com/Pagefind/pagefind", "cargo", ("Pagefind.txt", "Snowball.txt"), PAGEFIND.name),
    Component("pagefind_microjson", "0.1.4", "GPL-3.0-only", "Läser JSON.",
         "https://github.com/rspencer01/microjson", "cargo", ("GPL-3.0-only.txt",), PAGEFIND.name),
    Component("minicbor", "2.2.1", "BlueOak-1.0.0", "Läser registret. Licensen: https://blueoakcouncil.org/license/1.0.0",
         "https://github.com/twittner/minicbor", "cargo", (), PAGEFIND.name),
    # The rest leave a choice between two licences. This is the one we take.
    Component("wasm-bindgen", "0.2.117", "Apache-2.0", "Förbinder WebAssembly med skript.",
         "https://github.com/wasm-bindgen/wasm-bindgen", "cargo", ("Apache-2.0.txt",), PAGEFIND.name),
    Component("bit-set", "", "Apache-2.0", "Mängder av sidor.",
         "https://github.com/contain-rs/bit-set", "cargo", ("Apache-2.0.txt",), PAGEFIND.name),
    Component("write-json", "0.1.4", "Apache-2.0", "Skriver JSON.",
         "https://github.com/matklad/write-json", "cargo", ("Apache-2.0.txt",), PAGEFIND.name),
    Component("rust-std", "", "Apache-2.0", "Standardbiblioteket i språket Rust.",
         "https://github.com/rust-lang/rust", "", ("Apache-2.0.txt",), PAGEFIND.name),
)  # fmt: skip

COMPONENTS = (
    PAGEFIND,
    *_INSIDE_PAGEFIND,
    Component("Material Design Icons", "", "Apache-2.0", "Ikonerna, utom den för slussar: filen icons.svg. "
         "Hämtade genom paketet mkdocs-material.",
         "https://github.com/Templarian/MaterialDesign-SVG", texts=("Apache-2.0.txt",), data=True),
    Component("Libertinus Serif", "7.051", "OFL-1.1", "Typsnittet i PDF-filerna, till de tecken som finns i dem. "
         "Copyright 2012-2024 The Libertinus Project Authors. Licensen: https://openfontlicense.org",
         "https://github.com/alerque/libertinus", data=True),
    Component("Natural Earth", "", PUBLIC_DOMAIN, "Sveriges gräns på kartan, förenklad av oss. "
         "Hämtad genom paketet world-atlas 2.0.2.",
         "https://www.naturalearthdata.com/", data=True),
)  # fmt: skip
"""Everything, in the order of the page that tells of it."""
