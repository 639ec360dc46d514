//! What every gathered document can be asked. What most documents have nothing of need not be said.

use std::fmt::Debug;

use chrono::{NaiveDate, NaiveDateTime};
use pledgeboard_documents::{
    DocumentError,
    block::Document,
    calendar::Calendar,
    content::{self, AnsweredVoice},
};
use pledgeboard_domain::{Audience, Board, Meeting};

use crate::reports::PlainWords;

/// Everything that one document is built of.
pub(in crate::reports) trait Source: Debug + Send + Sync {
    /// The document for an audience. What is not for it is never built.
    fn build(&self, audience: Audience) -> Document;

    fn board(&self) -> &Board;

    /// The meeting that the document is about.
    fn meeting(&self) -> Option<&Meeting> {
        None
    }

    /// The day that its file's name carries; none for a blank sheet.
    fn day(&self, today: NaiveDate) -> Option<NaiveDate> {
        Some(self.meeting().map_or(today, |meeting| meeting.date))
    }

    /// The same as its file's name has it; another word where a day does not say it.
    fn when(&self, today: NaiveDate) -> Option<String> {
        self.day(today).map(|day| day.to_string())
    }

    /// Without its close, where children can be given it in parts.
    fn open_for_children(&self) -> Option<Document> {
        None
    }

    /// Its rows for a spreadsheet, the names of the columns first; none where it has none.
    fn rows(&self, _audience: Audience) -> Option<Vec<Vec<String>>> {
        None
    }

    /// Its days for a calendar; none where it has none. `made` is by UTC.
    fn calendar(&self, _audience: Audience, _made: NaiveDateTime) -> Option<Calendar> {
        None
    }

    /// The plain-words fields from which children's copies take their words.
    fn plain_words(&self) -> Vec<PlainWords> {
        vec![]
    }

    /// The answered voices among which it chooses.
    fn answered(&self) -> &[AnsweredVoice] {
        &[]
    }

    /// What else to know of it before it goes out, each a sentence.
    fn notes(&self) -> Vec<String> {
        vec![]
    }

    /// What children get of it, in parts where it is long; for everyone else it is one whole.
    fn parts(&self, audience: Audience) -> Result<Vec<Document>, DocumentError> {
        match self.open_for_children().filter(|_| audience == Audience::Children) {
            Some(open) => content::parts::closed_in_parts(&open, self.board()),
            None => Ok(vec![self.build(audience)]),
        }
    }
}
