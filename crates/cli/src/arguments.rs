//! What can be asked on the command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};
use pledgeboard_app::Clock;

/// Pledgeboard on the command line: make, fill, read and check boards.
#[derive(Debug, Parser)]
#[command(name = "pledgeboard-cli", version, propagate_version = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub task: Task,
}

#[derive(Debug, Subcommand)]
pub enum Task {
    /// Make a board: empty, or the sample board "Anytown"
    New(New),
}

/// The day that counts as today.
#[derive(Debug, Args)]
pub struct Today {
    /// Work as if today were this day [default: the computer's date]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<NaiveDate>,
}

impl Today {
    pub fn clock(&self) -> Clock {
        Clock::new(self.today)
    }
}

#[derive(Debug, Args)]
pub struct New {
    /// Where to make it; there must be no file of that name yet
    #[arg(long, value_name = "FILE")]
    pub board: PathBuf,

    /// Fill it with the sample board "Anytown": a believable year of invented people
    #[arg(long)]
    pub sample: bool,

    /// How many years the sample holds; more than one is for trying out a board of that age
    #[arg(long, value_name = "N", default_value_t = 1, requires = "sample",
          value_parser = clap::value_parser!(u32).range(1..=50))]
    pub years: u32,

    #[command(flatten)]
    pub today: Today,
}
