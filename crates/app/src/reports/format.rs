//! The forms of a document's file.

use pledgeboard_domain::{Audience, Refusal, wording};
use serde::{Deserialize, Serialize};

use super::{ReportKind, kind::words};

/// The form of a document's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ReportFormat {
    /// For paper and for reading anywhere: PDF/UA-1 and PDF/A-2a.
    Pdf,
    /// For whoever goes on working on it: Word, and what opens Word's files.
    Docx,
    /// One file for a website.
    Html,
    /// Rows for a spreadsheet.
    Csv,
    /// The same rows for programs, by the names of their columns.
    Json,
    /// Entries for a calendar (iCalendar, RFC 5545).
    Ics,
}

impl ReportFormat {
    pub const ALL: [Self; 6] = [Self::Pdf, Self::Docx, Self::Html, Self::Csv, Self::Json, Self::Ics];

    /// The end of a file's name, and what the command line calls it.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Ics => "ics",
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Docx => "DOCX",
            Self::Html => "HTML",
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::Ics => "calendar",
        }
    }

    /// What it is good for.
    pub fn about(self) -> &'static str {
        match self {
            Self::Pdf => "For paper, and for reading anywhere",
            Self::Docx => "For going on with it in Word",
            Self::Html => "One file for a website",
            Self::Csv => "Rows for a spreadsheet",
            Self::Json => "The rows of the spreadsheet for programs: an array of objects by column",
            Self::Ics => "Entries for a calendar, with their reminders",
        }
    }

    /// Rows of data, in the words of adults: not a document to read.
    pub fn is_rows(self) -> bool {
        matches!(self, Self::Csv | Self::Json)
    }

    /// Whether an audience gets this form of what it may read.
    pub fn is_for(self, audience: Audience) -> bool {
        !(self.is_rows() && audience == Audience::Children)
    }
}

impl ReportKind {
    /// The form asked for, or the document's first.
    pub(super) fn format(
        self,
        asked: Option<ReportFormat>,
        audience: Audience,
    ) -> Result<ReportFormat, Refusal> {
        let listing = self.listing();
        let has: Vec<ReportFormat> =
            listing.formats.iter().copied().filter(|format| format.is_for(audience)).collect();
        let format = asked.or(has.first().copied()).unwrap_or(ReportFormat::Pdf);
        if has.contains(&format) {
            return Ok(format);
        }
        let names: Vec<&str> = has.iter().map(|format| format.name()).collect();
        Err(Refusal::field(
            "format",
            format!(
                "There is no {} of the {} for {}. Choose {}.",
                format.name(),
                listing.name,
                words(audience),
                wording::either(&names)
            ),
        ))
    }
}
