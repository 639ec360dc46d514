//! `cargo xtask soak`: what a test has no time for. Its last figures are kept in `docs/soak.md`.

use anyhow::Result;

use crate::steps::Steps;
use crate::{command, needs};

/// How long.
#[derive(clap::Args)]
pub struct Length {
    /// Minutes of random use
    #[arg(long, default_value_t = 60)]
    minutes: u64,
    /// How often a process is killed in a burst of writes, and in a conversion
    #[arg(long, default_value_t = 1000)]
    kills: u64,
    /// How many cases each test of a property tries
    #[arg(long, default_value_t = 4096)]
    cases: u64,
    /// How often each command, import and paper is tried with hostile input
    #[arg(long, default_value_t = 50)]
    tries: u64,
    /// Many people on a shared board instead, on a throwaway server that is killed in the middle
    #[arg(long)]
    postgres: bool,
    /// How many people there are
    #[arg(long, default_value_t = 50, requires = "postgres")]
    clients: u64,
    /// How long they work, in seconds
    #[arg(long, default_value_t = 300, requires = "postgres")]
    seconds: u64,
    /// How long each thinks before the next thing, in milliseconds
    #[arg(long, default_value_t = 2000, requires = "postgres")]
    think: u64,
    /// Where chance begins, to tell a run again
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Uses a board at random, kills processes, sends hostile input, and tries the properties with more cases; each to its
/// end.
pub fn soak(length: &Length) -> Result<()> {
    if length.postgres {
        return on_a_server(length);
    }
    needs::for_the_command_line()?;
    let mut steps = Steps::new(true);
    steps.step("random use with faults", || {
        let (minutes, seed) = (length.minutes.to_string(), length.seed.to_string());
        let run =
            ["run", "--quiet", "-p", "pledgeboard-app", "--example", "soak", "--", "--minutes", &minutes];
        let mut soak = command::cargo(&run);
        soak.args(["--seed", &seed]);
        command::see(&mut soak, "Read above what was lost, or what ended the run.")
    });
    steps.step("kills", || {
        let stories = ["test", "--quiet", "-p", "pledgeboard-store", "--test", "stories", "--"];
        let mut kills = command::cargo(&stories);
        kills.args(["--nocapture", "--test-threads=1", "bursts::", "killed::"]);
        kills.env("PLEDGEBOARD_KILLS", length.kills.to_string());
        command::see(&mut kills, "Read above which change was lost.")
    });
    steps.step("hostile input", || {
        let mut hostile = command::cargo(&["test", "--quiet", "-p", "pledgeboard-app", "--test", "hostile"]);
        hostile.env("PLEDGEBOARD_CASES", length.tries.to_string());
        command::see(&mut hostile, "Mend what is named above; the seed tells the run again.")
    });
    steps.step("properties", || {
        let mut tests =
            command::cargo(&["test", "--quiet", "-p", "pledgeboard-domain", "-p", "pledgeboard-documents"]);
        // The first is the property tests' own; the second is for those that choose their number themselves.
        tests.env("PROPTEST_CASES", length.cases.to_string());
        tests.env("PLEDGEBOARD_CASES", length.cases.to_string());
        command::see(&mut tests, "Mend the code or the test that is named above.")
    });
    steps.finish()
}

/// As the story of the tests, with more of everything.
fn on_a_server(length: &Length) -> Result<()> {
    needs::for_a_server()?;
    let story =
        ["test", "--quiet", "-p", "pledgeboard-app", "--test", "frame", "--", "--nocapture", "crowd::"];
    let mut crowd = command::cargo(&story);
    // The story starts a server of its own; that there is a name for one is what asks for it.
    crowd.env("PLEDGEBOARD_TEST_SERVER", "its own");
    crowd.env("PLEDGEBOARD_CLIENTS", length.clients.to_string());
    crowd.env("PLEDGEBOARD_SECONDS", length.seconds.to_string());
    crowd.env("PLEDGEBOARD_THINK", length.think.to_string());
    command::see(&mut crowd, "Read above what was lost, numbered twice or refused.")
}
