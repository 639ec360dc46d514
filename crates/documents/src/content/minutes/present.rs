//! Who was there, who sent apologies, what was declared.

use pledgeboard_domain::{Attendance, AttendanceStatus, Audience, Person, id::AgendaItemId, wording};

use super::MinutesInput;
use crate::block::{Block, Document, Fact};
use crate::content::capitalised;

pub fn push(document: &mut Document, input: &MinutesInput, audience: Audience) {
    document.heading(2, "Present");
    let mut in_the_room: Vec<&Attendance> =
        input.attendances.iter().filter(|it| it.is_in_the_room()).collect();
    in_the_room.sort_by_key(|it| (!is_in_the_chair(input, it), place(input, it)));
    let substitutes = |it: &&Attendance| it.status == AttendanceStatus::Substitute;
    let young = |it: &&Attendance| {
        input.person(it.person_id).is_some_and(Person::is_young_representative) && !substitutes(it)
    };
    let member = |it: &&Attendance| input.members.contains(&it.person_id) && !young(it) && !substitutes(it);
    let of = |wanted: &dyn Fn(&&Attendance) -> bool| -> Vec<&Attendance> {
        in_the_room.iter().copied().filter(wanted).collect()
    };
    let with = |status: AttendanceStatus| -> Vec<&Attendance> {
        let mut all: Vec<&Attendance> = input.attendances.iter().filter(|it| it.status == status).collect();
        all.sort_by_key(|it| place(input, it));
        all
    };
    let rows = [
        ("Members", of(&member)),
        ("Substitutes", of(&substitutes)),
        ("Young representatives", of(&young)),
        ("In attendance", of(&|it| !member(it) && !young(it) && !substitutes(it))),
        ("Apologies", with(AttendanceStatus::Apologies)),
        ("Absent", with(AttendanceStatus::Absent)),
    ];
    let facts: Vec<Fact> = rows
        .into_iter()
        .filter(|(_, attendances)| !attendances.is_empty())
        .map(|(term, attendances)| Fact::new(term, names(input, &attendances).join("\n")))
        .collect();
    if facts.is_empty() {
        document.paragraph("Nobody has been recorded yet.");
    } else {
        document.push(Block::Facts(facts));
    }
    let declared: Vec<String> =
        input.attendances.iter().flat_map(|attendance| interests(input, attendance, audience)).collect();
    if !declared.is_empty() {
        document.heading(2, "Declarations of interest");
        document.push(Block::bullets(declared));
    }
}

/// One line a person; young representatives who did not agree to a name are only counted (rule 6).
fn names(input: &MinutesInput, attendances: &[&Attendance]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut young = 0_usize;
    for attendance in attendances {
        match input.person(attendance.person_id) {
            Some(person) if is_unnamed(person) => young += 1,
            Some(person) => lines.push(line(input, attendance, person)),
            None => {}
        }
    }
    if young > 0 {
        let noun = if young == 1 { "young representative" } else { "young representatives" };
        let count = capitalised(&wording::in_words(young));
        lines.push(format!("{count} {noun}"));
    }
    lines
}

/// Members in the order of their seats, a substitute where the absent member would stand, and then everyone else.
fn place(input: &MinutesInput, attendance: &Attendance) -> (usize, usize) {
    let seat = |id| input.members.iter().position(|member| *member == id);
    let own = seat(attendance.person_id).or_else(|| attendance.substitute_for_id.and_then(seat));
    let person = input.people.iter().position(|person| person.id == attendance.person_id);
    (own.unwrap_or(usize::MAX), person.unwrap_or(usize::MAX))
}

fn is_in_the_chair(input: &MinutesInput, attendance: &Attendance) -> bool {
    input.meeting.chair_id == Some(attendance.person_id) && attendance.is_in_the_room()
}

fn is_unnamed(person: &Person) -> bool {
    person.is_young_representative() && (person.name_agreed_on.is_none() || person.first_name.is_empty())
}

fn line(input: &MinutesInput, attendance: &Attendance, person: &Person) -> String {
    let mut words = person.printed_name();
    if person.is_young_representative() {
        if !attendance.is_in_the_room() {
            words.push_str(" (young representative)");
        }
    } else if let Some(job) = Some(&person.job).filter(|job| !job.trim().is_empty()) {
        words = format!("{words}, {job}");
    }
    let mut notes = Vec::new();
    if is_in_the_chair(input, attendance) && !person.job.trim().eq_ignore_ascii_case("chair") {
        notes.push("in the chair".to_owned());
    }
    if attendance.status == AttendanceStatus::Substitute {
        notes.push(format!("for {}", input.name(attendance.substitute_for_id)));
    }
    let number = |id: Option<AgendaItemId>| {
        input.items.iter().find(|it| Some(it.item.id) == id).map(|it| it.item.number.clone())
    };
    notes.extend(number(attendance.from_item_id).map(|number| format!("from item {number}")));
    notes.extend(number(attendance.to_item_id).map(|number| format!("to item {number}")));
    if notes.is_empty() { words } else { format!("{words} ({})", notes.join(", ")) }
}

fn interests(input: &MinutesInput, attendance: &Attendance, audience: Audience) -> Vec<String> {
    let Some(person) = input.person(attendance.person_id) else { return vec![] };
    let who = if is_unnamed(person) { "A young representative".to_owned() } else { person.printed_name() };
    attendance
        .interests
        .iter()
        .map(|interest| {
            let item = input.items.iter().find(|it| Some(it.item.id) == interest.agenda_item_id);
            let mut words = format!("{who} declared an interest");
            if let Some(item) = item {
                words.push_str(&format!(" in item {}", item.item.number));
            }
            words.push_str(&format!(" ({})", interest.kind.words()));
            // What the interest is could tell what a closed item is about.
            let readable = match interest.agenda_item_id {
                None => true,
                Some(_) => item.is_some_and(|it| audience.may_read(&it.item.access)),
            };
            if readable && !interest.nature.trim().is_empty() {
                words.push_str(&format!(": {}", interest.nature.trim_end_matches('.')));
            }
            if interest.left_room {
                words.push_str(". They left the room");
            }
            words + "."
        })
        .collect()
}
