//! pledgeboard-cli: the use cases for scripts and IT staff.

use std::process::ExitCode;

use clap::Parser;

mod arguments;
mod new;

use arguments::{Arguments, Task};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return refused(&error),
    };
    match runtime.block_on(run(arguments.task)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refused(&error),
    }
}

async fn run(task: Task) -> pledgeboard_app::Outcome<()> {
    match task {
        Task::New(new) => new::new(new).await,
    }
}

/// One plain sentence on standard error, and exit code 1. Wrong use is clap's, with exit code 2.
fn refused(error: &impl std::fmt::Display) -> ExitCode {
    eprintln!("{error}");
    ExitCode::from(1)
}
