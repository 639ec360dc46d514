//! What Anytown's board agreed about itself, and what its chair writes for the annual report.

use pledgeboard_domain::{AnnualReport, TermsSection, terms_of_reference};

use super::{
    calendar::Calendar,
    ids::{id, person},
};
use crate::{reports::usual_year, transfer::Records};

const FOREWORD: &str = "\
This year children spoke first at every meeting, and it changed what we talked about. They told us about bags packed in \
a hurry, about reviews in school time, and about a number that nobody answers at night. We have tried to answer each of \
them, even where the answer was no.
Some of our promises are kept and some are not. Where officers, Link Champions and young people do not agree, this \
report says so, because the young people are the ones who know.
I thank the young representatives, who told us plainly when our papers were too long. They were right.";

const ASKS: [&str; 3] = [
    "that every committee's report says in one sentence what it changes for children in our care",
    "that council homes be let to care leavers without a deposit or a guarantor",
    "that planning policy treat a spare room for fostering as a reason to say yes",
];

/// The usual terms, as a board agrees them at its first meeting.
pub(super) fn add_terms(to: &mut Records) {
    let Some(board) = to.boards.first() else { return };
    to.terms_sections = (1..)
        .zip(terms_of_reference::usual(board))
        .map(|(position, (heading, text))| TermsSection {
            id: id("terms section", heading),
            version: 1,
            position,
            heading: heading.into(),
            text,
        })
        .collect();
}

pub(super) fn add(to: &mut Records, calendar: &Calendar) {
    let year = usual_year(calendar.today);
    to.annual_reports.push(AnnualReport {
        version: 1,
        foreword: FOREWORD.into(),
        foreword_by: Some(person("yusuf")),
        asks: ASKS.map(str::to_owned).into(),
        ..AnnualReport::blank(id("annual report", &year.0.to_string()), year)
    });
}
