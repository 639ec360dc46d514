//! Where the tests find the app and leave their pictures.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The root of the checkout, as cargo says it now.
pub fn root() -> PathBuf {
    let said = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    let here = Path::new(&said);
    here.parent().unwrap_or(here).to_path_buf()
}

/// The built app.
pub fn app() -> Result<PathBuf> {
    program("pledgeboard")
        .context("Run `cargo xtask test`: the app that these tests open has not been built.")
}

/// The built command line.
pub fn cli() -> Result<PathBuf> {
    program("pledgeboard-cli").context("Run `cargo xtask test`: the command line has not been built.")
}

/// It lies two folders above this test program, or beside a program like `screens`.
fn program(name: &str) -> Option<PathBuf> {
    let me = std::env::current_exe().ok()?;
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    me.ancestors().skip(1).take(2).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// The folder for pictures of the screens.
pub fn pictures() -> Result<PathBuf> {
    let folder = root().join("target/screens");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// What the accessibility checks run in the page.
pub fn axe() -> Result<String> {
    let file = root().join("ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(file).context("Run `cargo xtask test`: the packages of the ui are not installed.")
}

/// # Errors
/// When there is no display to open a window on.
pub fn need_a_display() -> Result<()> {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if set("DISPLAY") || set("WAYLAND_DISPLAY") {
        return Ok(());
    }
    bail!("Run `cargo xtask test`: it gives the app a display that nobody sees; there is none here.")
}
