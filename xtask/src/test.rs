//! `cargo xtask test`: from a fresh machine to every test passed.

use std::process::Command;

use anyhow::{Context, Result};
use pledgeboard_test_server::Server;

use crate::steps::Steps;
use crate::{bindings, command, needs, node, place, supply, tidy};

/// How to test.
#[derive(clap::Args)]
pub struct Choice {
    /// Do every step even when one before it failed
    #[arg(long)]
    keep_going: bool,
}

/// Everything is built with one set of features, so that nothing is built twice.
const FEATURES: &str = "--features=pledgeboard/custom-protocol,pledgeboard-app/ts,pledgeboard-tests/e2e";

/// Without the tests on the real app, which need a screen.
const TESTED: &str = "--features=pledgeboard/custom-protocol,pledgeboard-app/ts";

/// Sets everything up and runs every check and test.
pub fn test(choice: &Choice) -> Result<()> {
    let mut steps = Steps::new(choice.keep_going);
    steps.step("what the machine needs", || {
        needs::for_the_tests()?;
        needs::tauri_driver()?;
        Ok(())
    });
    steps.step("packages of the ui", || node::packages(&place::ui()));
    steps.step("packages of the validators", || match place::conformance().join("package.json").is_file() {
        true => node::packages(&place::conformance()),
        false => Ok(()),
    });
    steps.step("format", || {
        hush(
            &mut command::cargo(&["fmt", "--all", "--check"]),
            "Run `cargo fmt --all` and commit what it changes.",
        )
    });
    steps.step("house rules", tidy::tidy);
    steps.step("licences and origins", supply::check);
    steps.step("build of the ui", node::build);
    steps.step("types of the ui", || npm("check", "Mend the types: `npm run check` in the folder ui."));
    steps.step("lint of the ui", || npm("lint", "Mend the ui: `npm run lint` in the folder ui."));
    steps.step("tests of the ui", || {
        let mut vitest = node::npm(&place::ui(), &["test", "--silent"]);
        command::see(&mut vitest, "Mend the ui or its test: `npm test` in the folder ui.")
    });
    steps.step("clippy", || {
        let mut clippy = command::cargo(&[
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            FEATURES,
            "--",
            "-D",
            "warnings",
        ]);
        command::see(&mut clippy, "Mend what clippy says above.")
    });
    steps.step("build", || {
        let mut build = command::cargo(&["build", "--quiet", "--workspace", "--all-targets", FEATURES]);
        command::see(&mut build, "Mend what the compiler says above.")
    });
    steps.step("bindings", bindings::check_with_what_is_built);
    steps.step("tests in Rust", || {
        let mut test = command::cargo(&["test", "--quiet", "--workspace", TESTED]);
        command::see(&mut test, "Mend the code or the test that is named above.")
    });
    steps.step("the same stories on a server", on_a_server);
    steps.step("tests on the real app", || {
        // One story at a time: two drivers at once get in each other's way.
        let stories = [
            "test",
            "--workspace",
            FEATURES,
            "--test",
            "journey",
            "--test",
            "evening",
            "--test",
            "logging",
            "--test",
            "together",
            "--test",
            "shared",
            "--",
            "--test-threads=1",
        ];
        let mut test = under_a_display(&stories)?;
        command::see(
            &mut test,
            "Mend the code or the journey that is named above; pictures lie in target/screens.",
        )
    });
    steps.finish()
}

/// The stories of all boards once more, with boards in a throwaway PostgreSQL, and those of shared boards alone.
fn on_a_server() -> Result<()> {
    let server = Server::start().context("Install PostgreSQL's server, or see why it does not start.")?;
    // The whole workspace with the features of the tests before, so that nothing is built again.
    let told = |arguments: &[&str]| {
        let mut test = command::cargo(&["test", "--quiet", "--workspace", TESTED]);
        test.args(arguments).env("PLEDGEBOARD_TEST_SERVER", server.address());
        command::see(&mut test, "Mend the code or the test that is named above.")
    };
    told(&[
        "--test",
        "stories",
        "--",
        "changes::",
        "clock::",
        "data::",
        "elsewhere::",
        "gathering::",
        "removal::",
        "parts::",
        "tls::",
        "together::",
    ])?;
    told(&["--test", "frame", "--", "sharing::", "journeys::", "crowd::"])?;
    let of_the_app = ["the_loop", "agenda", "actions", "minutes"];
    told(&of_the_app.map(|it| ["--test", it]).concat())
}

/// Cargo, with a screen that nobody sees and a message bus of its own, and the way to the driver.
///
/// WEBKIT_DISABLE_COMPOSITING_MODE and WEBKIT_DISABLE_DMABUF_RENDERER must not be set: pictures then never come.
pub fn under_a_display(arguments: &[&str]) -> Result<Command> {
    let cargo = command::cargo(arguments);
    let mut whole = command::command("xvfb-run", &["-a", "-s", "-screen 0 1280x900x24 -nolisten tcp"]);
    whole.args(["dbus-run-session", "--"]).arg(cargo.get_program()).args(cargo.get_args());
    for (name, value) in cargo.get_envs() {
        match value {
            Some(value) => whole.env(name, value),
            None => whole.env_remove(name),
        };
    }
    whole.env_remove("WEBKIT_DISABLE_COMPOSITING_MODE").env_remove("WEBKIT_DISABLE_DMABUF_RENDERER");
    // A failed journey says what it did not see; where in our code it looked for it helps nobody.
    whole.env("RUST_LIB_BACKTRACE", "0").env("TAURI_DRIVER", needs::tauri_driver()?);
    Ok(whole)
}

fn npm(script: &str, what_to_do: &str) -> Result<()> {
    hush(&mut node::npm(&place::ui(), &["run", "--silent", script]), what_to_do)
}

fn hush(command: &mut Command, what_to_do: &str) -> Result<()> {
    command::hush(command, what_to_do).map(|_| ())
}
