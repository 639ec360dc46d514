//! Membership and terms of reference: who is on the board on a day and in which role, which seats are empty, who links
//! to which theme, and what the board agreed about how it works (rule 8).
//!
//! Contact details and what people bring are of the app, not of this document.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Assignment, Board, ChampionKind, Person, Seat, Standing, TermOfOffice, TermsSection, Theme,
    id::{PersonId, ThemeId},
    membership, wording,
};

use super::{capitalised, head, written};
use crate::block::{Block, Cell, Document, Fact, Inline, Table, Tone};

#[derive(Debug, Clone, PartialEq)]
pub struct MembershipInput {
    pub board: Board,
    /// The day on which it holds.
    pub today: NaiveDate,
    /// In their order.
    pub seats: Vec<Seat>,
    pub terms: Vec<TermOfOffice>,
    pub people: Vec<Person>,
    pub themes: Vec<Theme>,
    pub assignments: Vec<Assignment>,
    /// In their order.
    pub sections: Vec<TermsSection>,
}

/// It is for members, and holds nothing that they may not read.
pub fn build(input: &MembershipInput) -> Document {
    let about = wording::date_without_weekday(input.today);
    let title = format!("{}: membership and terms of reference", input.board.name);
    let subtitle = vec![format!("As it stands on {}", wording::date(input.today))];
    let mut document = head::adult(&input.board, &title, &about, subtitle);
    document.push(Block::Facts(facts(input)));
    seats(&mut document, input);
    others(&mut document, input);
    themes(&mut document, input);
    document.heading(2, "Terms of reference");
    if input.sections.is_empty() {
        document.paragraph("The terms of reference have not been written down here yet.");
    }
    for section in &input.sections {
        document.heading(3, section.heading.as_str());
        document.extend(written::blocks(&section.text));
    }
    document
}

fn facts(input: &MembershipInput) -> Vec<Fact> {
    let board = &input.board;
    let standing = match board.standing {
        Standing::StatutoryCommittee => {
            "A committee of the council. Its meetings are public unless the law lets the public be excluded (Local \
             Government Act 1972, Part VA)."
        }
        Standing::NonStatutoryBoard if board.meets_in_public => {
            "A board that is no statutory committee. It meets in public by its own terms."
        }
        Standing::NonStatutoryBoard => {
            "A board that is no statutory committee. It meets in private by its own terms."
        }
    };
    let count = |n: i64, one: &str, many: &str| wording::count(u64::try_from(n).unwrap_or(0), one, many);
    let empty = membership::empty_seats(input.today, &input.seats, &input.terms).len();
    let mut facts = vec![
        Fact::new("Standing", standing),
        Fact::new("Quorum", count(board.quorum, "member", "members")),
        Fact::new(
            "Notice",
            format!(
                "{} before a meeting",
                count(board.clear_days, "clear working day", "clear working days")
            ),
        ),
        Fact::new("Empty seats", if empty == 0 { "none".to_owned() } else { wording::in_words(empty) }),
    ];
    if !board.contact.trim().is_empty() {
        facts.push(Fact::new("Contact", board.contact.as_str()));
    }
    facts
}

fn seats(document: &mut Document, input: &MembershipInput) {
    document.heading(2, "Who is on the board");
    let current: Vec<&Seat> =
        input.seats.iter().filter(|seat| seat.closed_on.is_none_or(|closed| closed > input.today)).collect();
    if current.is_empty() {
        document.paragraph("No seats have been set up yet.");
        return;
    }
    let header = ["Seat", "Who", "From", "Since", "Quorum"];
    let mut table = Table::new("Seats and who sits in them", header, &[2.3, 2.9, 2.0, 1.9, 1.0]);
    for seat in current {
        let mut name = Cell::from(seat.name.as_str());
        if !seat.name.trim().eq_ignore_ascii_case(seat.role.words()) {
            name.paragraphs.push(vec![Inline::toned(capitalised(seat.role.words()), Tone::Soft)]);
        }
        let counts = if seat.counts_for_quorum { "counts" } else { "" };
        let term = membership::sits_in(seat.id, input.today, &input.terms);
        let holder = term.and_then(|term| person(input, term.person_id).map(|person| (term, person)));
        let Some((term, person)) = holder else {
            table.row(vec![
                name,
                Inline::pill("Empty", Tone::Coral).into(),
                seat.organisation.as_str().into(),
                "".into(),
                counts.into(),
            ]);
            continue;
        };
        let mut who = Cell::from(capitalised(&person.printed_name()));
        if !person.job.trim().is_empty() && !person.job.trim().eq_ignore_ascii_case(&seat.name) {
            who.paragraphs.push(vec![Inline::toned(person.job.as_str(), Tone::Soft)]);
        }
        let from =
            if person.organisation.trim().is_empty() { &seat.organisation } else { &person.organisation };
        let mut since = Cell::from(wording::date_without_weekday(term.from));
        since.paragraphs.extend(
            term.to.map(|to| vec![Inline::text(format!("until {}", wording::date_without_weekday(to)))]),
        );
        table.row(vec![name, who, from.as_str().into(), since, counts.into()]);
    }
    document.push(Block::Table(table));
}

/// Those who come without a seat of their own.
fn others(document: &mut Document, input: &MembershipInput) {
    let seated = |person: &Person| {
        membership::seats_of(person.id, input.today, &input.seats, &input.terms).next().is_some()
    };
    let unnamed = |person: &Person| person.is_young_representative() && person.printed_name() == person.name;
    let (young, named): (Vec<&Person>, Vec<&Person>) = input
        .people
        .iter()
        .filter(|person| !person.has_left(input.today) && !seated(person))
        .partition(|person| unnamed(person));
    let mut lines: Vec<String> = named
        .iter()
        .map(|person| {
            let roles: Vec<&str> = person.roles.iter().map(|role| role.words()).collect();
            let job = if person.job.trim().is_empty() {
                capitalised(&wording::list(&roles))
            } else {
                person.job.clone()
            };
            format!("{}, {job}", person.printed_name())
        })
        .collect();
    if !young.is_empty() {
        let noun = if young.len() == 1 { "young representative" } else { "young representatives" };
        lines.push(format!("{} {noun}", capitalised(&wording::in_words(young.len()))));
    }
    if !lines.is_empty() {
        document.heading(2, "Who else comes");
        document.push(Block::bullets(lines));
    }
}

fn themes(document: &mut Document, input: &MembershipInput) {
    let current: Vec<&Theme> = input
        .themes
        .iter()
        .filter(|theme| theme.retired_on.is_none_or(|retired| retired > input.today))
        .collect();
    if current.is_empty() {
        return;
    }
    document.heading(2, "Themes and Link Champions");
    let header = ["Theme", "Link Champion", "Officer champion"];
    let mut table = Table::new("Who links to each theme", header, &[3.2, 3.0, 3.0]);
    for theme in current {
        let mut link = names(input, theme.id, ChampionKind::LinkChampion);
        if link.paragraphs.is_empty() && input.board.champions_required {
            link = Inline::pill("Nobody yet", Tone::Coral).into();
        }
        table.row(vec![
            theme.name.as_str().into(),
            link,
            names(input, theme.id, ChampionKind::OfficerChampion),
        ]);
    }
    document.push(Block::Table(table));
}

fn names(input: &MembershipInput, theme: ThemeId, kind: ChampionKind) -> Cell {
    let all = membership::champions(theme, kind, input.today, &input.assignments);
    let names =
        all.filter_map(|it| person(input, it.person_id)).map(|it| vec![Inline::text(it.printed_name())]);
    Cell { paragraphs: names.collect() }
}

fn person(input: &MembershipInput, id: PersonId) -> Option<&Person> {
    input.people.iter().find(|person| person.id == id)
}
