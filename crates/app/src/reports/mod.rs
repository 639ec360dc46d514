//! Documents: gathered from the board, previewed, saved; and their plain words, mended in place.

mod annual;
pub mod due;
mod export;
mod file_name;
mod format;
mod gather;
mod kind;
mod list;
pub(crate) mod pack;
mod plain_words;
mod preview;
mod printed;
mod read_words;
mod rows;
mod save_words;
mod unprintable;
mod words_field;
mod write;

pub(crate) use annual::usual_year;
pub(crate) use export::refused;
pub use export::{ExportedReport, ReportRequest, export, proof};
pub use format::ReportFormat;
pub use kind::{Listing, ReportKind, Subject};
pub use plain_words::{HardWords, PlainWords};
pub use pledgeboard_domain::Audience;
pub use printed::remember;
pub use unprintable::Unprintable;
pub use words_field::WordsField;
pub use write::write;

use crate::{Nothing, command::commands};
use annual::FindAnnualReport;
use due::SaveAll;
use pledgeboard_domain::{AnnualReport, id::AnnualReportId};
use preview::SaveReport;
use read_words::ReadWords;
use save_words::SaveWords;

commands! {
    read "reports.list" => list::list, Nothing => list::ReportList;
    once "reports.preview" => preview::preview, ReportRequest => preview::Preview;
    write "reports.save" => preview::save, SaveReport => preview::SavedReport;
    write "reports.save_all" => due::save, SaveAll => due::SavedAll;
    read "reports.read_words" => read_words::read, ReadWords => read_words::WordsRead;
    write "reports.save_words" => save_words::save, SaveWords => i64;
    read "reports.annual" => annual::show, FindAnnualReport => annual::AnnualReportPage;
    write "reports.save_annual" => annual::save, AnnualReport => AnnualReportId;
}
