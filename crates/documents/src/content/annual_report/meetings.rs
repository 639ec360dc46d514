//! The meetings of the year, and who came to how many of those that they could.

use pledgeboard_domain::{AttendanceStatus, Meeting, Person, TermOfOffice, id::PersonId, wording};

use super::AnnualReportInput;
use crate::block::{Block, Document, Table};
use crate::content::capitalised;

pub fn push(document: &mut Document, input: &AnnualReportInput) {
    document.heading(2, "Meetings and attendance");
    if input.meetings.is_empty() {
        document.paragraph("The board has not met in the year.");
        return;
    }
    let count = u64::try_from(input.meetings.len()).unwrap_or(u64::MAX);
    document.paragraph(format!("The board met {}.", times(count)));
    document.push(Block::bullets(input.meetings.iter().map(|(meeting, _)| line(input, meeting))));
    let seated: Vec<&Person> = input
        .people
        .iter()
        .filter(|person| !person.is_young_representative() && possible(input, person.id) > 0)
        .collect();
    if seated.is_empty() {
        return;
    }
    let header = ["Member", "Could attend", "Attended", "Sent apologies", "Sent a substitute"];
    let mut table = Table::new("Who came to how many meetings", header, &[3.4, 1.4, 1.3, 1.5, 1.6]);
    for person in in_order(input, seated) {
        let mut name = crate::block::Cell::from(person.printed_name());
        let seat = seat(input, person.id);
        if !seat.is_empty() {
            name.paragraphs.push(vec![crate::block::Inline::toned(seat, crate::block::Tone::Soft)]);
        }
        table.row(vec![
            name,
            possible(input, person.id).to_string().into(),
            came(input, |it| it.person_id == person.id && it.is_in_the_room()).to_string().into(),
            came(input, |it| it.person_id == person.id && it.status == AttendanceStatus::Apologies)
                .to_string()
                .into(),
            came(input, |it| it.is_in_the_room() && it.substitute_for_id == Some(person.id))
                .to_string()
                .into(),
        ]);
    }
    document.push(Block::Table(table));
    document.push(Block::small(
        "Meetings that a member could attend are those held while they had a seat on the board.",
    ));
    young(document, input);
}

fn line(input: &AnnualReportInput, meeting: &Meeting) -> String {
    let themes: Vec<&str> = input
        .themes
        .iter()
        .filter(|theme| meeting.themes.contains(&theme.id))
        .map(|theme| theme.name.as_str())
        .collect();
    let mut words = format!("{}: {}", wording::date(meeting.date), called(meeting));
    if !themes.is_empty() {
        words.push_str(&format!(" on {}", wording::list(&themes)));
    }
    words
}

fn called(meeting: &Meeting) -> String {
    if meeting.title.trim().is_empty() { meeting.kind.words().to_owned() } else { meeting.title.clone() }
}

fn times(count: u64) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        many => format!("{} times", wording::in_words(usize::try_from(many).unwrap_or(usize::MAX))),
    }
}

/// Young representatives are not listed one by one: it says at how many meetings any of them spoke for the others.
fn young(document: &mut Document, input: &AnnualReportInput) {
    let is_young =
        |id: PersonId| input.people.iter().any(|person| person.id == id && person.is_young_representative());
    let with = input
        .meetings
        .iter()
        .filter(|(_, came)| came.iter().any(|it| it.is_in_the_room() && is_young(it.person_id)))
        .count();
    let all = input.meetings.len();
    let words = match (with, all) {
        (0, _) => "No young representatives came to a meeting in the year.".to_owned(),
        (1, 1) => "Young representatives came to the meeting.".to_owned(),
        (with, all) if with == all => {
            format!("Young representatives came to all {} meetings.", wording::in_words(all))
        }
        (with, all) => {
            format!(
                "Young representatives came to {} of the {} meetings.",
                wording::in_words(with),
                wording::in_words(all)
            )
        }
    };
    document.paragraph(words);
}

/// Their terms in members' seats: those that count for the quorum, or all where none does. Officers come to advise.
fn terms(input: &AnnualReportInput, person: PersonId) -> impl Iterator<Item = &TermOfOffice> {
    let none_counts = !input.seats.iter().any(|seat| seat.counts_for_quorum);
    let is_members = move |term: &&TermOfOffice| {
        none_counts || input.seats.iter().any(|seat| seat.id == term.seat_id && seat.counts_for_quorum)
    };
    input.terms.iter().filter(move |term| term.person_id == person).filter(is_members)
}

/// Meetings held while they had a seat.
fn possible(input: &AnnualReportInput, person: PersonId) -> usize {
    let sat_on = |meeting: &Meeting| terms(input, person).any(|term| term.holds_on(meeting.date));
    input.meetings.iter().filter(|(meeting, _)| sat_on(meeting)).count()
}

fn came(input: &AnnualReportInput, wanted: impl Fn(&pledgeboard_domain::Attendance) -> bool) -> usize {
    input.meetings.iter().filter(|(_, came)| came.iter().any(&wanted)).count()
}

/// The seat that they held last in the year.
fn seat(input: &AnnualReportInput, person: PersonId) -> String {
    let held = input.meetings.iter().rev().find_map(|(meeting, _)| {
        let term = terms(input, person).find(|term| term.holds_on(meeting.date))?;
        input.seats.iter().find(|seat| seat.id == term.seat_id)
    });
    held.map(|seat| capitalised(&seat.name)).unwrap_or_default()
}

/// In the order of their seats.
fn in_order<'a>(input: &AnnualReportInput, mut people: Vec<&'a Person>) -> Vec<&'a Person> {
    let place = |person: &Person| {
        let seats =
            terms(input, person.id).filter_map(|term| input.seats.iter().find(|it| it.id == term.seat_id));
        seats.map(|seat| seat.position).min().unwrap_or(i64::MAX)
    };
    people.sort_by_key(|person| (place(person), person.name.clone()));
    people
}
