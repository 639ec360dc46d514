//! Names of files, which tell nothing but what, when and for whom.

use pledgeboard_domain::{Audience, PromiseWords};

use super::{ReportFormat, ReportKind, kind};

/// "agenda-2026-12-03-public.pdf": ASCII, no title of anything, so nothing that may not be read.
pub fn file_name(
    document: ReportKind,
    called: &PromiseWords,
    when: Option<String>,
    audience: Audience,
    (part, parts): (u32, u32),
    format: ReportFormat,
) -> String {
    let mut words = vec![slug(document, called)];
    words.push(when.unwrap_or_else(|| "blank".to_owned()));
    // Where there is but one edition, its name says it.
    if document.listing().audiences.len() > 1 && document != ReportKind::EventSheet {
        words.push(kind::slug(audience).to_owned());
    }
    if parts > 1 {
        words.push(format!("part-{part}"));
    }
    format!("{}.{}", words.join("-"), format.ending())
}

/// The document's own title, where it has one that never changes but for the board's word for its promises.
fn slug(document: ReportKind, called: &PromiseWords) -> String {
    let words: String = called
        .many
        .chars()
        .map(|letter| if letter.is_whitespace() { '-' } else { letter })
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
        .collect();
    match document {
        ReportKind::ChildPromises | ReportKind::CareLeaversPromises | ReportKind::OurPromises
            if !words.is_empty() =>
        {
            format!("{}-{words}", document.listing().file)
        }
        _ => document.listing().file.to_owned(),
    }
}
