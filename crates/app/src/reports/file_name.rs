//! Names of files, which tell nothing but what, when and for whom.

use chrono::NaiveDate;
use pledgeboard_domain::Audience;

use super::{ReportKind, kind};

/// "agenda-2026-12-03-public.pdf": ASCII, no title of anything, so nothing that may not be read.
pub fn file_name(document: ReportKind, day: Option<NaiveDate>, audience: Audience) -> String {
    let mut parts = vec![document.slug().to_owned()];
    match day {
        Some(day) => parts.push(day.format("%Y-%m-%d").to_string()),
        None => parts.push("blank".to_owned()),
    }
    // Where there is but one edition, its name says it.
    if document.audiences().len() > 1 && document != ReportKind::EventSheet {
        parts.push(kind::slug(audience).to_owned());
    }
    parts.join("-") + ".pdf"
}
