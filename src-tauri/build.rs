//! Lets Tauri read its settings and the built ui.

use std::path::Path;

fn main() {
    let built = Path::new("../ui/build");
    // Tauri refuses to compile without this folder; checking the Rust code should not need Node.
    if !built.exists()
        && let Err(error) = std::fs::create_dir_all(built)
    {
        println!("cargo:warning=ui/build could not be made: {error}");
    }
    println!("cargo:rerun-if-changed=../ui/build");
    tauri_build::build();
}
