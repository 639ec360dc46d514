use pledgeboard_domain::{Person, academic_year::AcademicYear, programme::taken};

use super::{Row, row, theme_of};
use crate::transfer::Records;

/// For members: a topic that is not for the public is among them, and says so.
pub(super) fn rows(all: &Records) -> Vec<Row> {
    let mut topics: Vec<_> = all.topics.iter().collect();
    let term = |id| all.half_terms.iter().find(|it| Some(it.id) == id);
    topics.sort_by_key(|it| (it.academic_year, term(it.half_term_id).map(|it| it.starts), it.id));
    topics
        .into_iter()
        .map(|it| {
            let taken = taken(it.id, &all.agenda_items, &all.meetings);
            let report = all.standing_reports.iter().find(|report| Some(report.id) == it.standing_report_id);
            let author = report.and_then(|report| {
                let person = all.people.iter().find(|person| Some(person.id) == report.author_id);
                person.map(Person::printed_name).or(Some(report.author_words.clone()))
            });
            row! {
                "year": AcademicYear(it.academic_year).to_string(),
                "half_term": term(it.half_term_id).map(|it| it.term.words()),
                "subject": it.subject,
                "dealt_by": it.dealt_by,
                "why": it.why,
                "tool": it.tool,
                "theme": it.theme_id.and_then(|id| theme_of(all, id)),
                "author": author,
                "state": it.state(taken.as_ref()),
                "meeting": taken.map(|it| it.on),
                "done_on": it.done_on,
                "dropped_reason": it.dropped_reason,
                "public": it.is_for_the_public(taken.as_ref()),
            }
        })
        .collect()
}
