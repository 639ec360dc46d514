//! In which forms a document can be had.

use pledgeboard_domain::{Audience, Refusal};
use serde::{Deserialize, Serialize};

use super::ReportKind;

/// The form of a document's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ReportFormat {
    /// For paper and for reading anywhere: PDF/UA-1 and PDF/A-2a.
    Pdf,
    /// One file for a website.
    Html,
    /// Rows for a spreadsheet.
    Csv,
}

impl ReportFormat {
    /// The end of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Csv => "csv",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Html => "HTML",
            Self::Csv => "CSV",
        }
    }
}

impl ReportKind {
    /// The forms that it has; PDF first.
    pub fn formats(self) -> &'static [ReportFormat] {
        use ReportFormat::{Csv, Html, Pdf};
        match self {
            Self::Agenda | Self::Minutes | Self::ChildPromises | Self::ChildMeeting => &[Pdf, Html],
            Self::ActionLog => &[Pdf, Html, Csv],
            Self::EventSheet => &[Pdf],
        }
    }

    pub(super) fn format(
        self,
        asked: Option<ReportFormat>,
        audience: Audience,
    ) -> Result<ReportFormat, Refusal> {
        let format = asked.unwrap_or(ReportFormat::Pdf);
        // Rows for a spreadsheet hold the words of adults.
        let for_adults = format == ReportFormat::Csv && audience == Audience::Children;
        if self.formats().contains(&format) && !for_adults {
            return Ok(format);
        }
        let others: Vec<&str> =
            self.formats().iter().filter(|it| **it != ReportFormat::Csv).map(|it| it.name()).collect();
        Err(Refusal::field(
            "format",
            format!(
                "There is no {} of the {} for {}. Choose {}.",
                format.name(),
                self.name(),
                super::kind::words(audience),
                pledgeboard_domain::wording::either(&others)
            ),
        ))
    }
}
