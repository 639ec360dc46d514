//! pledgeboard-cli: the use cases for scripts and IT staff.
//!
//! Nothing is decided here: arguments become a call of a use case, and its answer becomes text.

use std::{fmt::Display, process::ExitCode};

use clap::Parser;
use pledgeboard_app::AppError;

mod arguments;
mod away;
mod check;
mod disclose;
mod export;
mod import;
mod list;
mod moving;
mod new;
mod open;
mod people;
mod publish_by;
mod readability;
mod recover;
mod remove;
mod retention;
mod safe;
mod table;
mod trail;

use arguments::{Arguments, Task};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return refuse(&error),
    };
    match runtime.block_on(run(arguments.task)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refused) => refuse(&refused.0),
    }
}

async fn run(task: Task) -> Result<(), Refused> {
    match task {
        Task::New(it) => new::new(it).await,
        Task::Move(it) => moving::move_board(it).await,
        Task::People(it) => people::people(it).await,
        Task::Import(it) => import::import(it).await,
        Task::Export(it) => export::export(it).await,
        Task::List(it) => list::list(it).await,
        Task::Trail(it) => trail::trail(it).await,
        Task::PublishBy(it) => publish_by::publish_by(&it),
        Task::Check(it) => check::check(it).await,
        Task::Away(it) => away::away(it).await,
        Task::RemoveForGood(it) => remove::remove(it).await,
        Task::Retention(it) => retention::retention(it).await,
        Task::Disclose(it) => disclose::disclose(it).await,
        Task::Protect(it) => safe::protect(it).await,
        Task::Unprotect(it) => safe::unprotect(it).await,
        Task::Backup(it) => safe::backup(it).await,
        Task::Restore(it) => safe::restore(it).await,
        Task::Verify(it) => safe::verify(it).await,
        Task::Recover(it) => recover::recover(it).await,
        Task::Readability(it) => readability::readability(it).await,
    }
}

/// Why nothing was done, in one plain sentence.
struct Refused(String);

impl From<AppError> for Refused {
    fn from(error: AppError) -> Self {
        Self(error.message)
    }
}

impl From<std::io::Error> for Refused {
    fn from(error: std::io::Error) -> Self {
        Self(AppError::from(error).message)
    }
}

/// One sentence on standard error and exit code 1. Wrong use is clap's, with exit code 2.
fn refuse(why: &dyn Display) -> ExitCode {
    eprintln!("{why}");
    ExitCode::from(1)
}

/// Writes to standard output; a reader that has gone away (`| head`) is no failure.
fn say(text: &str) -> Result<(), Refused> {
    use std::io::{ErrorKind, Write};
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
