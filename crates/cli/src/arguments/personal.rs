//! Personal data: removing it, how long it is kept, and disclosing it.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use pledgeboard_app::domain::RetentionKind;

use super::{ListFormat, OnBoard};

#[derive(Debug, Args)]
pub struct RemoveForGood {
    #[command(flatten)]
    pub on: OnBoard,

    /// A file that holds the words and nothing else; - for standard input
    #[arg(long, value_name = "FILE")]
    pub words_file: PathBuf,

    /// Why they have to go, without the words themselves: it stays on the board
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
}

#[derive(Debug, Args)]
pub struct Retention {
    #[command(flatten)]
    pub on: OnBoard,

    /// First change a rule: said=6 keeps what children said for six years, said=always without limit. The kinds are said,
    /// seen (what Link Champions wrote about events), asked (requests of groups), contact (of people who left) and papers
    #[arg(long, value_name = "KIND=YEARS", value_parser = years)]
    pub keep: Vec<Years>,

    /// Remove what is listed for good
    #[arg(long)]
    pub remove: bool,

    /// How to write the list: lines to read, or JSON for scripts
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub format: ListFormat,
}

/// A rule as it is to be.
#[derive(Debug, Clone, Copy)]
pub struct Years {
    pub kind: RetentionKind,
    /// None: without limit.
    pub years: Option<i64>,
}

fn years(text: &str) -> Result<Years, String> {
    let wrong = || "write a kind and a number of years, such as said=6".to_owned();
    let (kind, years) = text.split_once('=').ok_or_else(wrong)?;
    let all = RetentionKind::ALL;
    let kind = all.iter().find(|it| it.as_str() == kind).ok_or_else(|| {
        let known: Vec<&str> = all.iter().map(|it| it.as_str()).collect();
        format!("there is no kind “{kind}”: {}", known.join(", "))
    })?;
    let years = if years == "always" { None } else { Some(years.parse().map_err(|_| wrong())?) };
    Ok(Years { kind: *kind, years })
}

#[derive(Debug, Args)]
pub struct Disclose {
    #[command(flatten)]
    pub on: OnBoard,

    /// Somebody of the board, by the whole name as the board prints it
    #[arg(long, value_name = "NAME", conflicts_with = "words_file")]
    pub person: Option<String>,

    /// A file that holds the words to look for and nothing else; - for standard input. Without it and --person, every
    /// change of the board is written
    #[arg(long, value_name = "FILE")]
    pub words_file: Option<PathBuf>,

    /// Changes of this day and later
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub since: Option<NaiveDate>,

    /// Changes up to and of this day
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub until: Option<NaiveDate>,

    /// PDF to read, Word to take out what is about others, JSON for programs
    #[arg(long, value_enum, default_value_t = DisclosedAs::Pdf)]
    pub format: DisclosedAs,

    /// Where to write; a file that is there is replaced once the new one is whole
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DisclosedAs {
    Pdf,
    Docx,
    Json,
}
