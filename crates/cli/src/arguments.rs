//! What can be asked on the command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use pledgeboard_app::Clock;

mod export;
mod personal;
mod safe;
mod shared;

pub use export::{Export, ExportAll, ExportData, ExportDocument};
pub use personal::{Disclose, DisclosedAs, RemoveForGood, Retention, Years};
pub use safe::{Backup, Passphrase, Protect, Recover, Restore, Unprotect, Verify};
pub use shared::{GrantPart, ListParts, Move, People, RevokePart};

/// Pledgeboard on the command line: make, fill, read and check boards.
///
/// A board is one file that ends in .pledgeboard, or a database in PostgreSQL by its address, such as
/// postgres://clerk@server/board, wherever a file can be given. Everything here works on it with no window; the app may
/// have the same board open at the same time. A server's password is asked for, or comes from --passphrase-file,
/// PLEDGEBOARD_PASSPHRASE, PGPASSWORD or a password file of PostgreSQL's own.
#[derive(Debug, Parser)]
#[command(name = "pledgeboard-cli", version, propagate_version = true, after_help = EXAMPLES)]
pub struct Arguments {
    #[command(subcommand)]
    pub task: Task,
}

const EXAMPLES: &str = "\
Examples:
  pledgeboard-cli new --board anytown.pledgeboard --sample
  pledgeboard-cli list meetings --board anytown.pledgeboard
  pledgeboard-cli export agenda --board anytown.pledgeboard --audience public --out agenda.pdf
  pledgeboard-cli export reminders --board anytown.pledgeboard --person \"Cllr Sam Okafor\" --out okafor.ics
  pledgeboard-cli export all --board anytown.pledgeboard --meeting 2026-12-03 --out for-december
  pledgeboard-cli trail promise 2 --board anytown.pledgeboard
  pledgeboard-cli readability --board anytown.pledgeboard --report child-promises
  pledgeboard-cli publish-by 2026-12-03

Exit codes:
  0  done
  1  refused; one sentence on standard error says why, and nothing was changed
  2  wrong use of this command";

#[derive(Debug, Subcommand)]
pub enum Task {
    /// Make a board: empty, or the sample board "Anytown"
    ///
    /// Makes a board at FILE. Without --sample it is empty: its settings and cohorts of children are there, to be changed
    /// in the app. With --sample it is "Anytown": a believable year of invented people, promises, voices and meetings
    /// around today. The same --today always gives the same sample.
    New(New),
    /// Move a whole board from a file to a shared board, or back
    ///
    /// Copies everything: records with their versions, the history, papers. Then both are read and compared. The board that
    /// it comes from stays as it was. When it is cut short nothing is at the new place, and it can be begun again.
    Move(Move),
    /// Say who may do what on a shared board
    #[command(subcommand)]
    People(People),
    /// Fill a new board with data that `export data` wrote
    ///
    /// Fills a new board with data that `export data` wrote: records, history and papers, exactly as they were. FILE is
    /// made when it is not there; a board that already holds work is refused. When anything in the data is wrong, one
    /// sentence says what and where, and nothing is left behind.
    Import(Import),
    /// Write a document in one of its forms, or the whole board as data
    #[command(subcommand)]
    Export(Export),
    /// List meetings, voices, promises, actions, people, groups, their requests, channels or topics
    ///
    /// Lists what is on the board. With --format json it is an array of objects with ISO dates, for scripts. The words of
    /// sensitive voices, of voices and requests without consent and of what was born of exempt items are left out.
    List(List),
    /// Walk the loop: what children said, what became of it, and what they were told
    ///
    /// From a voice forward, or from a promise, an action or an agenda item back to the voices behind it: You said, We will,
    /// How will we know, We did, We told you, with what is missing in each. The words of sensitive voices, of voices without
    /// consent and of what was born of exempt items are left out.
    Trail(Trail),
    /// Look where words stand on a board, and remove them for good
    ///
    /// For a child's name that was typed by mistake, or a lawful erasure. Without --why it says where the words stand and
    /// changes nothing. With it they leave records, history, frozen versions, search and drafts; who, when and why stay.
    /// Nobody can undo it.
    RemoveForGood(RemoveForGood),
    /// List what is past how long the board keeps it, and let it go
    ///
    /// Says for how many years each kind is kept, and lists what is past them. With --remove what is listed leaves
    /// records, history, search and the backups beside the board; by which rule, who and when stay. Nobody can undo it.
    Retention(Retention),
    /// Write what a board holds about somebody, and every change that touched it
    ///
    /// For a person who asks what is held about them (UK GDPR, Article 15), or to account for what was changed. Nothing is
    /// left out, not what is exempt or about others either: read it before you give it to anybody.
    Disclose(Disclose),
    /// Say by which day an agenda must be published
    ///
    /// Prints the latest day on which an agenda can be published so that enough clear days lie between it and the meeting.
    /// Neither day counts, nor do Saturdays, Sundays and the bank holidays of England and Wales.
    #[command(name = "publish-by")]
    PublishBy(PublishBy),
    /// Make forms for events away from the board, and import what comes back
    #[command(subcommand)]
    Away(Away),
    /// Look whether a board is sound
    ///
    /// Checks the file, that nothing refers to what is gone, each record against its rules, and the records against each
    /// other. Prints what it finds, and ends with exit code 1 when that is anything. Findings name kinds and ids, never
    /// what a record says.
    Check(Check),
    /// Put a board and the backups beside it under a passphrase, or under another one
    ///
    /// The passphrases come from files, from PLEDGEBOARD_PASSPHRASE and PLEDGEBOARD_NEW_PASSPHRASE, or are asked for; never
    /// from the command itself, where others could read them. Close the app first.
    Protect(Protect),
    /// Take the passphrase of a board and of the backups beside it away
    Unprotect(Unprotect),
    /// Back a board up, beside itself or into a folder
    ///
    /// Writes a whole copy of the board, protected as the board is, looks whether it is sound, and prints where it lies. The
    /// app may have the board open.
    Backup(Backup),
    /// Put a backup in the place of a board
    ///
    /// Says what it changes, keeps the board as it was as one more backup, and puts the copy in its place. Restoring that
    /// backup undoes it. Close the app first.
    Restore(Restore),
    /// Look whether a backup is whole
    Verify(Verify),
    /// Save what can be saved of a damaged board into a new one
    ///
    /// Reads around the damage, takes from the history what a record has lost, lets go what refers to what is gone, and says
    /// what was lost, kind by kind. The damaged file is only read; close the app first. A backup, where there is one, is
    /// better.
    Recover(Recover),
    /// Say what a child may find hard in a report for children
    ///
    /// Reads the plain words of a report for children as the app does: what nobody has written yet, and what is likely to
    /// be hard for a reader of about ten. Ends with exit code 1 when that is anything. It cannot tell whether words are
    /// true, kind or complete: ask some children to read them.
    Readability(Readability),
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

/// The board to work on.
#[derive(Debug, Args)]
pub struct OnBoard {
    /// The board's file, which ends in .pledgeboard, or the address of a shared board
    #[arg(long, value_name = "BOARD")]
    pub board: PathBuf,

    #[command(flatten)]
    pub today: Today,

    #[command(flatten)]
    pub passphrase: Passphrase,
}

#[derive(Debug, Args)]
pub struct New {
    /// Where to make it; there must be no file of that name yet
    #[arg(long, value_name = "FILE")]
    pub board: PathBuf,

    /// Fill it with the sample board "Anytown"
    #[arg(long)]
    pub sample: bool,

    /// How many years the sample holds; more than one is for trying out a board of that age
    #[arg(long, value_name = "N", default_value_t = 1, requires = "sample",
          value_parser = clap::value_parser!(u32).range(1..=50))]
    pub years: u32,

    #[command(flatten)]
    pub today: Today,
}

#[derive(Debug, Args)]
pub struct Import {
    #[command(flatten)]
    pub on: OnBoard,

    /// The exported data
    #[arg(value_name = "data.json")]
    pub data: PathBuf,
}

#[derive(Debug, Args)]
pub struct List {
    /// What to list
    #[arg(value_enum)]
    pub what: Listed,

    #[command(flatten)]
    pub on: OnBoard,

    /// How to write it: a table to read, or JSON for scripts
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub format: ListFormat,

    /// With people: everyone who is or was named, not only those on the board today
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Listed {
    /// Date, kind, themes, state, and the day by which the agenda must be out
    Meetings,
    /// What was heard, its answer, and how long it has waited
    Voices,
    /// Each promise with the latest word through the three lenses
    Promises,
    /// Reference, state, due day and owner
    Actions,
    /// Who is on the board today, in which seat and role
    People,
    /// Bodies beneath or beside the board, and how long their oldest request has waited
    Groups,
    /// What groups ask the board to talk about, and what became of it
    Requests,
    /// Ways in which children's voice reaches the council, and when each was last heard
    Channels,
    /// The work programme: each topic with its half-term, who deals with it, why, and how far it has come
    Topics,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    Text,
    Json,
}

#[derive(Debug, Args)]
pub struct Trail {
    /// What to walk from
    #[arg(value_enum)]
    pub from: WalkedFrom,

    /// Which one: a promise's number (2), an action's reference (A26-007), an item as its meeting's day and number
    /// (2026-12-03/4) or its minute's number, a voice's id or a part at either end of it that no other voice has
    #[arg(value_name = "REF")]
    pub reference: String,

    #[command(flatten)]
    pub on: OnBoard,

    /// How to write it: text to read, or JSON for scripts
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub format: ListFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum WalkedFrom {
    /// What a child said, forward to what became of it
    Voice,
    /// A promise, back to the voices behind it and forward to what was done
    Promise,
    /// An action, and the voices that it answers
    Action,
    /// An item of an agenda or of the minutes, with what was decided at it
    Item,
}

#[derive(Debug, Args)]
pub struct PublishBy {
    /// The day of the meeting
    #[arg(value_name = "YYYY-MM-DD")]
    pub meeting: NaiveDate,

    /// Working days that must lie between; five for a committee in England
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u32).range(0..=30))]
    pub clear_days: u32,
}

#[derive(Debug, Args)]
pub struct Readability {
    #[command(flatten)]
    pub on: OnBoard,

    /// Which report
    #[arg(long, value_enum)]
    pub report: ChildReport,

    /// The day of the meeting, for the report on one [default: the one held last]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub meeting: Option<NaiveDate>,

    /// How to write it: lines to read, or JSON for scripts
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub format: ListFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ChildReport {
    /// "How are we doing with our promises?"
    ChildPromises,
    /// "What happened at the meeting?"
    ChildMeeting,
    /// "You said, we did", for the wall
    Poster,
}

#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub on: OnBoard,
}

#[derive(Debug, Subcommand)]
pub enum Away {
    /// Make a form for one event: a .pledge-event file, or the text of an e-mail
    Form(AwayForm),
    /// Import a .pledge-event file or the text of a filled e-mail form
    ///
    /// Says what is new and what has changed, then writes it as one change that the app can undo. What the board says
    /// otherwise by now stays as it is; the app shows both side by side. Nothing comes in twice.
    Import(AwayImport),
}

#[derive(Debug, Args)]
pub struct AwayForm {
    #[command(flatten)]
    pub on: OnBoard,

    /// The Link Champion whom it is for, by name
    #[arg(long, value_name = "NAME")]
    pub person: String,

    /// The theme, by name [default: the one that the person links to today]
    #[arg(long, value_name = "THEME")]
    pub theme: Option<String>,

    /// A file for the app on another computer, or an e-mail for any telephone
    #[arg(long = "as", value_enum, default_value_t = AwayShape::File)]
    pub shape: AwayShape,

    /// Where to write; a file that is there is replaced once the new one is whole
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AwayShape {
    File,
    Email,
}

#[derive(Debug, Args)]
pub struct AwayImport {
    #[command(flatten)]
    pub on: OnBoard,

    /// The file or the saved e-mail
    #[arg(value_name = "FILE.pledge-event")]
    pub file: PathBuf,

    /// The day of the event, where the file does not say it
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<NaiveDate>,

    /// Only say what would be done
    #[arg(long)]
    pub dry_run: bool,
}
