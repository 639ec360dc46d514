//! What can be exported: a command for each document of the app's own table, and the whole board as data.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{
    ArgMatches, Args, Command, FromArgMatches, Subcommand,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
    error::{Error, ErrorKind},
};
use pledgeboard_app::reports::{Audience, ReportFormat, ReportKind};

use super::{ListFormat, OnBoard};

#[derive(Debug)]
pub enum Export {
    /// One of the documents.
    Document(ReportKind, Box<ExportDocument>),
    /// What is due for a meeting.
    All(Box<ExportAll>),
    Data(ExportData),
}

#[derive(Debug, Args)]
pub struct ExportData {
    #[command(flatten)]
    pub on: OnBoard,

    /// Where to write; a file that is there is replaced once the new one is whole
    #[arg(long, value_name = "data.json")]
    pub out: PathBuf,
}

#[derive(Debug, Args)]
pub struct ExportDocument {
    #[command(flatten)]
    pub on: OnBoard,

    /// The day of the meeting; a document about no single meeting takes no notice of it
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub meeting: Option<NaiveDate>,

    /// Whose reminders, as the board prints the name [default: the first Link Champion's]
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,

    /// With a report's cover: the number of the item that it is for [default: a blank one]
    #[arg(long, value_name = "NUMBER")]
    pub item: Option<String>,

    /// With our promises: the name of the strategy whose set it is [default: the one that holds today]
    #[arg(long, value_name = "NAME")]
    pub strategy: Option<String>,

    /// With the voice summary: its first day [default: that of the last two half-terms]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub from: Option<NaiveDate>,

    /// With the voice summary: its last day [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub to: Option<NaiveDate>,

    /// With the annual report: the year in which the reporting year begins, 2026 for 2026/27 [default: the one that
    /// runs, or from April to June the one that ended]; with the work programme: the year in which the academic year
    /// begins [default: that of today]; with the self-assessment: the calendar year in which it was begun [default: the
    /// newest]
    #[arg(long, value_name = "YYYY")]
    pub year: Option<i32>,

    /// Whom it is for [default: the most careful that the document has]
    #[arg(long, value_parser = audiences())]
    pub audience: Option<Audience>,

    /// How to write it [default: the first of the document's own forms]
    #[arg(long, value_parser = formats())]
    pub format: Option<ReportFormat>,

    /// Where to write; a file that is there is replaced once the new one is whole
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

#[derive(Debug, Args)]
pub struct ExportAll {
    #[command(flatten)]
    pub on: OnBoard,

    /// The day of the meeting [default: the one to come, or else the one held last]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub meeting: Option<NaiveDate>,

    /// The folder to write into; it is made when it is not there, and files of the same names are replaced
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,

    /// In which forms, of those that each document has
    #[arg(long, value_delimiter = ',', value_parser = formats(), default_value = "pdf,docx,html,csv,ics")]
    pub forms: Vec<ReportFormat>,

    /// How to write the list of what was made and what is missing: lines to read, or JSON for scripts
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub format: ListFormat,
}

const ALL: &str =
    "Everything that is due for a meeting, into one folder, with a list of it and of what is missing";
const ALL_MORE: &str = "\
Writes what is due for a meeting in the state that it is in: the agenda once it is drafted (the public's copy once it
is published), the minutes once they are drafted, the reports for children and care leavers once it was held, the action
log as it stands today. Prints what was made, what to know before it goes out, and what is missing and why. Ends with
exit code 1 when anything that is due is missing, or not whole because plain words are still to be written.";
const DATA: &str =
    "The whole board as JSON: records, history and papers; `import` reads it back without loss";

fn audiences() -> impl TypedValueParser<Value = Audience> {
    let known = [
        (Audience::Public, "public", "Everybody: nothing exempt, restricted or confidential"),
        (Audience::Members, "members", "Councillors, and those named for the meeting"),
        (Audience::Chair, "chair", "The chair and democratic services: with internal notes"),
        (Audience::Children, "children", "Children and young people: plain words only"),
    ];
    let words = known.map(|(_, word, about)| PossibleValue::new(word).help(about));
    PossibleValuesParser::new(words).try_map(move |asked| {
        let found = known.iter().find(|(_, word, _)| *word == asked);
        found.map(|(audience, _, _)| *audience).ok_or("there is no such audience")
    })
}

fn formats() -> impl TypedValueParser<Value = ReportFormat> {
    let words = ReportFormat::ALL.map(|format| PossibleValue::new(format.ending()).help(format.about()));
    PossibleValuesParser::new(words).try_map(|asked| {
        ReportFormat::ALL.into_iter().find(|format| format.ending() == asked).ok_or("there is no such form")
    })
}

/// The command of one document.
fn document(kind: ReportKind) -> Command {
    let listing = kind.listing();
    let forms: Vec<&str> = listing.formats.iter().map(|format| format.ending()).collect();
    let about = format!(
        "{}\n\nForms: {}. What is not for the audience is not in the file in any form. What to know before it goes \
         out is said on standard error, such as plain words that nobody has written yet.",
        listing.about,
        forms.join(", ")
    );
    ExportDocument::augment_args(Command::new(listing.word)).about(listing.about).long_about(about)
}

impl Subcommand for Export {
    fn augment_subcommands(command: Command) -> Command {
        let documents = ReportKind::ALL.iter().map(|kind| document(*kind));
        let all = ExportAll::augment_args(Command::new("all"))
            .about(ALL)
            .long_about(format!("{ALL}\n\n{ALL_MORE}"));
        command
            .subcommands(documents)
            .subcommand(all)
            .subcommand(ExportData::augment_args(Command::new("data")).about(DATA))
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        ["all", "data"].contains(&name) || ReportKind::ALL.iter().any(|kind| kind.listing().word == name)
    }
}

impl FromArgMatches for Export {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let missing = || Error::raw(ErrorKind::MissingSubcommand, "say which document to export");
        let (word, matches) = matches.subcommand().ok_or_else(missing)?;
        if word == "data" {
            return ExportData::from_arg_matches(matches).map(Self::Data);
        }
        if word == "all" {
            return ExportAll::from_arg_matches(matches).map(|it| Self::All(Box::new(it)));
        }
        let kind = ReportKind::ALL.iter().find(|kind| kind.listing().word == word).ok_or_else(missing)?;
        let asked = ExportDocument::from_arg_matches(matches)?;
        Ok(Self::Document(*kind, Box::new(asked)))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
