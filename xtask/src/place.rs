//! Where things lie.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The root of the checkout: as cargo says it now, because the same build may serve another checkout later.
pub fn root() -> PathBuf {
    let said = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    let here = Path::new(&said);
    here.parent().unwrap_or(here).to_path_buf()
}

/// The folder that cargo builds into. It may lie outside the checkout (`CARGO_TARGET_DIR`), so it is asked of the
/// one thing that surely lies in it: this program, at `<target>/debug/xtask`.
pub fn target() -> Result<PathBuf> {
    let me = std::env::current_exe().context("this program could not find itself")?;
    let target = me.parent().and_then(Path::parent).context("this program lies in no target folder")?;
    Ok(target.to_path_buf())
}

/// The folder for notes that belong to this checkout, like what the ui was last built from.
pub fn notes() -> PathBuf {
    root().join("target/xtask")
}

/// The ui's folder.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// The TypeScript types that the command list generates.
pub fn bindings() -> PathBuf {
    ui().join("src/lib/backend/generated")
}

/// The folder of the tests that check the documents with other people's validators.
pub fn conformance() -> PathBuf {
    root().join("tests/conformance")
}
