//! `cargo xtask run`: from a fresh machine to the open app.

use anyhow::Result;

use crate::kept::Kept;
use crate::{command, needs, node, place};

/// The papers made without a display: which, and the options that choose it.
const PAPERS: [(&str, &str, &str, &str); 4] = [
    ("the next agenda", "agenda", "public", "next-agenda.pdf"),
    ("the last minutes", "minutes", "public", "last-minutes.pdf"),
    ("the action log", "action-log", "public", "action-log.pdf"),
    ("our promises, for children", "child-promises", "children", "child-promises.pdf"),
];

const BOARD: &str = "anytown.pledgeboard";

/// Sets everything up and opens the app, or does the same job without a display.
pub fn run() -> Result<()> {
    if has_display() { app() } else { papers() }
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn app() -> Result<()> {
    needs::for_the_app()?;
    node::build()?;
    println!("Building the app (the first time takes a few minutes)");
    let mut build =
        command::cargo(&["build", "--quiet", "-p", "pledgeboard", "--features", "custom-protocol"]);
    command::see(&mut build, "Mend what the compiler says above.")?;
    println!("Opening Pledgeboard");
    let app = place::target()?.join("debug").join(format!("pledgeboard{}", std::env::consts::EXE_SUFFIX));
    command::see(&mut command::command(&app.to_string_lossy(), &[]), "Read what the app says above.")
}

fn papers() -> Result<()> {
    println!(
        "There is no display here, so the app cannot open a window: making the sample board and its papers instead"
    );
    needs::for_the_command_line()?;
    println!("Building the command line (the first time takes a few minutes)");
    let mut build = command::cargo(&["build", "--quiet", "-p", "pledgeboard-cli"]);
    command::see(&mut build, "Mend what the compiler says above.")?;

    let out = place::root().join("out");
    let mut kept = Kept::open(&out)?;
    let mut free = |name: &str| -> Result<String> {
        let (path, aside) = kept.make_way(name)?;
        if let Some(aside) = aside {
            println!("{} was not written by this command; it is kept as {}", path.display(), aside.display());
        }
        Ok(path.to_string_lossy().into_owned())
    };
    let board = free(BOARD)?;
    cli(&["new", "--board", &board, "--sample"])?;
    let mut made = vec![("the sample board", board.clone())];
    for (what, document, audience, file) in PAPERS {
        let out = free(file)?;
        cli(&[
            "export",
            document,
            "--board",
            &board,
            "--audience",
            audience,
            "--format",
            "pdf",
            "--out",
            &out,
        ])?;
        made.push((what, out));
    }
    let names: Vec<&str> = std::iter::once(BOARD).chain(PAPERS.map(|paper| paper.3)).collect();
    kept.note(&names)?;
    for (what, path) in made {
        println!("{what:27} {path}");
    }
    Ok(())
}

fn cli(arguments: &[&str]) -> Result<()> {
    let mut words = vec!["run", "--quiet", "-p", "pledgeboard-cli", "--"];
    words.extend(arguments);
    command::hush(&mut command::cargo(&words), "Read below why pledgeboard-cli refused.")?;
    Ok(())
}
