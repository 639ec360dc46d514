//! Running other programs.

use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};

use crate::place;

/// A program with its arguments, to be run in the root of the checkout.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(place::root());
    command
}

/// Cargo, the one that runs us.
pub fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = command(&cargo, arguments);
    // Cargo sets these for us, and a cargo beneath would take them for its own.
    for (name, _) in std::env::vars() {
        if name.starts_with("CARGO_PKG_") || name == "CARGO_MANIFEST_DIR" || name == "CARGO_MANIFEST_PATH" {
            command.env_remove(name);
        }
    }
    command
}

/// Runs it in plain sight.
///
/// # Errors
/// The first line is `what_to_do`.
pub fn see(command: &mut Command, what_to_do: &str) -> Result<()> {
    let status =
        command.status().with_context(|| format!("{what_to_do}\n  could not start {}", shown(command)))?;
    if status.success() {
        return Ok(());
    }
    bail!("{what_to_do}\n  {} ended with {status}", shown(command));
}

/// Runs it out of sight and shows what it said only when it fails, below `what_to_do`.
///
/// # Errors
/// The first line is `what_to_do`.
pub fn hush(command: &mut Command, what_to_do: &str) -> Result<Output> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{what_to_do}\n  could not start {}", shown(command)))?;
    if output.status.success() {
        return Ok(output);
    }
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).trim().to_owned());
    bail!("{what_to_do}\n  {} ended with {}\n{}\n{}", shown(command), output.status, said[0], said[1]);
}

/// Whether the program is there and content: `pkg-config --exists …`, `cc --version`.
pub fn content(program: &str, arguments: &[&str]) -> bool {
    let quiet =
        command(program, arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet.is_ok_and(|status| status.success())
}

/// Where a program lies on the path, if it does.
pub fn on_path(program: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    format!("`{}`", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_begins_with_what_to_do() {
        let problem = hush(&mut command("cargo", &["no-such-command"]), "Do this.").unwrap_err().to_string();
        assert!(problem.starts_with("Do this.\n"), "{problem}");
        assert!(problem.contains("no-such-command"), "{problem}");
    }

    #[test]
    fn a_program_that_is_missing_is_a_failure_too() {
        let problem = see(&mut command("no-such-program-here", &[]), "Install it.").unwrap_err().to_string();
        assert!(problem.starts_with("Install it.\n"), "{problem}");
    }
}
