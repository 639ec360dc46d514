//! Writes the TypeScript of the command list into the folder given: `cargo xtask bindings`.

use std::{fs, path::PathBuf};

fn main() -> std::io::Result<()> {
    let folder: PathBuf =
        std::env::args_os().nth(1).map_or_else(|| "ui/src/lib/backend/generated".into(), Into::into);
    let bindings = pledgeboard_app::bindings::Bindings::collect();
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("types.ts"), bindings.types())?;
    fs::write(folder.join("commands.ts"), bindings.commands())
}
