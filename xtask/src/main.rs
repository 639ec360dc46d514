//! Set up, run, test and measure Pledgeboard.
//!
//! ```text
//! cargo xtask run     sets everything up and opens the app; without a display, does the same job into ./out
//! cargo xtask test    sets everything up and passes every test
//! ```

mod bindings;
mod command;
mod jobs;
mod kept;
mod needs;
mod node;
mod place;
mod run;
mod sbom;
mod soak;
mod steps;
mod supply;
mod test;
mod tidy;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Set up, run, test and measure Pledgeboard
#[derive(Parser)]
#[command(name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    job: Job,
}

#[derive(Subcommand)]
enum Job {
    /// Set everything up and open the app; without a display, write the sample board and its papers into ./out
    Run,
    /// Set everything up and pass every test, the end-to-end ones on the real app included
    Test(test::Choice),
    /// Measure every screen's query, search, the documents and the start of the app, in release
    Bench(jobs::Measure),
    /// Use a board at random for an hour, with faults mixed in, kill it a thousand times more, and say what was lost
    Soak(soak::Length),
    /// Write the TypeScript types of the command list into the ui
    Bindings {
        /// Write nothing; fail if what is there is not what the command list says
        #[arg(long)]
        check: bool,
    },
    /// Hold the house rules: layers, sizes, words, line ends
    Tidy,
    /// Look for known weaknesses in the crates and packages that we use; asks the network
    Audit,
    /// Write the software bill of materials, in CycloneDX JSON, into target/sbom
    Sbom,
    /// Make the installers for this system (Linux: deb and rpm), with the bill of materials beside them
    Package,
    /// Take a picture of every screen into target/screens, for people to look at
    Screens(jobs::Wish),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().job {
        Job::Run => run::run(),
        Job::Test(choice) => test::test(&choice),
        Job::Bench(measure) => jobs::bench(&measure),
        Job::Soak(length) => soak::soak(&length),
        Job::Bindings { check: true } => bindings::check(),
        Job::Bindings { check: false } => bindings::write(),
        Job::Tidy => tidy::tidy(),
        Job::Audit => supply::audit(),
        Job::Sbom => sbom::sbom(),
        Job::Package => jobs::package(),
        Job::Screens(wish) => jobs::screens(&wish),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            for cause in problem.chain().skip(1) {
                eprintln!("  because: {cause}");
            }
            ExitCode::FAILURE
        }
    }
}
