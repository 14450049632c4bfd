"""The third-party components that the site ships.

The details of each component were taken from its origin. Only the icons come from the MkDocs theme: the page layout,
the style sheets and the scripts are our own. No package lists the components of Pagefind's WebAssembly. They are
listed in its source (`pagefind_web/Cargo.toml`) and partly in the compiled file itself, which the tests read.
"""

from __future__ import annotations

from dataclasses import dataclass

PUBLIC_DOMAIN = "Public domain"


@dataclass(frozen=True)
class Component:
    """A third-party component that is delivered to readers of the site.

    Attributes:
        name: Its name.
        version: The version that is shipped; empty when it is unknown.
        licence: The SPDX identifier or expression of its licence, or `PUBLIC_DOMAIN`.
        use: Its purpose on the site, in Swedish.
        address: The URL of its origin and source code.
        kind: The package type of a program, such as `cargo`; empty for other components and for pinned packages.
        texts: The files in `licence_texts/` that its licence requires to be included.
        inside: The name of the component that it is compiled into; empty when there is none.
        data: Whether it is data or a font rather than a program.
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
    # The remaining components offer a choice between two licences. This is the one that we chose.
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
"""The components, in the order of the page that lists them."""
