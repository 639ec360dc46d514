//! The smaller jobs: measuring, packing, taking pictures.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use pledgeboard_test_server::Server;

use crate::test::under_a_display;
use crate::{command, needs, node, place, sbom};

/// What is measured.
#[derive(Args)]
pub struct Measure {
    /// Every screen's query on a shared board instead, on a throwaway server: over loopback, and 20 ms away
    #[arg(long)]
    postgres: bool,
}

/// Measures in release, on a board of many years.
pub fn bench(measure: &Measure) -> Result<()> {
    needs::for_the_command_line()?;
    if measure.postgres {
        return on_a_server();
    }
    let mut bench =
        command::cargo(&["run", "--quiet", "--release", "-p", "pledgeboard-app", "--example", "bench"]);
    command::see(&mut bench, "Read above what could not be measured.")?;
    needs::for_the_tests()?;
    let mut packs =
        command::cargo(&["run", "--quiet", "--release", "-p", "pledgeboard-documents", "--example", "pack"]);
    command::see(&mut packs, "Read above what could not be measured.")?;
    documents()
}

fn on_a_server() -> Result<()> {
    needs::for_a_server()?;
    let server = Server::start().context("Install PostgreSQL's server, or see why it does not start.")?;
    for delay in ["0", "20"] {
        let run = [
            "run",
            "--quiet",
            "--release",
            "-p",
            "pledgeboard-app",
            "--example",
            "bench",
            "--",
            "--delay",
            delay,
        ];
        let mut bench = command::cargo(&run);
        bench.args(["--server", &server.address()]);
        command::see(&mut bench, "Read above what could not be measured.")?;
    }
    Ok(())
}

/// Beside programs that others use for the same; those that are not on the machine are skipped, and it is said.
fn documents() -> Result<()> {
    let mut ours = command::cargo(&["build", "--quiet", "--release", "-p", "pledgeboard-cli"]);
    command::see(&mut ours, "Mend what the compiler says above.")?;
    let cli = format!("release/pledgeboard-cli{}", std::env::consts::EXE_SUFFIX);
    let mut documents = command::cargo(&[
        "run",
        "--quiet",
        "--release",
        "-p",
        "pledgeboard-app",
        "--example",
        "documents",
        "--",
        &place::target()?.join(cli).to_string_lossy(),
    ]);
    command::see(&mut documents, "Read above what could not be measured.")
}

/// Makes the installers with the app's own packer, and the bill of materials beside them.
pub fn package() -> Result<()> {
    needs::for_the_app()?;
    node::build()?;
    let mut packer = node::npm(
        &place::root().join("src-tauri"),
        &[
            "exec",
            "--yes",
            "--package=@tauri-apps/cli@2.12.5",
            "--",
            "tauri",
            "build",
            "--features",
            "custom-protocol",
        ],
    );
    command::see(&mut packer, "Read above what the packer misses.")?;
    let bundle = place::target()?.join("release/bundle");
    sbom::write(&bundle)?;
    println!("The installers lie in {}", bundle.display());
    Ok(())
}

/// What to take pictures of.
#[derive(Args)]
pub struct Wish {
    /// Of a copy of this board instead of the sample
    #[arg(long, value_name = "FILE")]
    board: Option<PathBuf>,
    /// Only the screens whose name holds this word
    #[arg(long, value_name = "WORD")]
    only: Option<String>,
}

/// Takes a picture of every screen.
pub fn screens(wish: &Wish) -> Result<()> {
    needs::for_the_tests()?;
    node::build()?;
    let mut build =
        command::cargo(&["build", "--quiet", "-p", "pledgeboard", "--features", "custom-protocol"]);
    command::see(&mut build, "Mend what the compiler says above.")?;
    let mut screens =
        under_a_display(&["run", "--quiet", "-p", "pledgeboard-tests", "--bin", "screens", "--"])?;
    if let Some(board) = &wish.board {
        screens.arg("--board").arg(board.canonicalize()?);
    }
    if let Some(only) = &wish.only {
        screens.arg("--only").arg(only);
    }
    command::see(&mut screens, "Read above which screen could not be reached, or what is wrong with it.")
}
