//! Who is on the board on a day, in which role, who links to which theme, and what is empty (domain rule 8).

use chrono::NaiveDate;

use crate::{
    id::{AssignmentId, PersonId, SeatId, ThemeId},
    person::{Person, Seat, TermOfOffice},
    refusal::{Checked, Refusal},
    theme::{Assignment, ChampionKind, Theme},
    wording,
};

/// Who sits in a seat on a day.
#[must_use]
pub fn sits_in(seat: SeatId, day: NaiveDate, terms: &[TermOfOffice]) -> Option<&TermOfOffice> {
    terms.iter().find(|term| term.seat_id == seat && term.holds_on(day))
}

/// The seats in which nobody sits on a day, those abolished by then left out.
#[must_use]
pub fn empty_seats<'a>(day: NaiveDate, seats: &'a [Seat], terms: &[TermOfOffice]) -> Vec<&'a Seat> {
    let stands = |seat: &&Seat| seat.closed_on.is_none_or(|closed| closed > day);
    seats.iter().filter(stands).filter(|seat| sits_in(seat.id, day, terms).is_none()).collect()
}

/// Who links to a theme on a day, in one of the two ways.
pub fn champions(
    theme: ThemeId,
    kind: ChampionKind,
    day: NaiveDate,
    assignments: &[Assignment],
) -> impl Iterator<Item = &Assignment> {
    assignments.iter().filter(move |it| it.theme_id == theme && it.kind == kind && it.holds_on(day))
}

/// The themes to which no councillor links on a day, the retired ones left out.
#[must_use]
pub fn without_link_champion<'a>(
    day: NaiveDate,
    themes: &'a [Theme],
    assignments: &[Assignment],
) -> Vec<&'a Theme> {
    let current = |theme: &&Theme| theme.retired_on.is_none_or(|retired| retired > day);
    let has_none =
        |theme: &&Theme| champions(theme.id, ChampionKind::LinkChampion, day, assignments).next().is_none();
    themes.iter().filter(current).filter(has_none).collect()
}

/// Whether a person may leave on a day: not while they link to a theme after it, or the theme would lose its
/// Link Champion without anybody noticing.
///
/// # Errors
/// A sentence that names the themes, for the field `left_on`.
pub fn may_leave(person: &Person, on: NaiveDate, themes: &[Theme], assignments: &[Assignment]) -> Checked {
    let links: Vec<String> = assignments
        .iter()
        .filter(|it| it.person_id == person.id && it.to.is_none_or(|to| to > on))
        .filter_map(|it| themes.iter().find(|theme| theme.id == it.theme_id))
        .map(|theme| format!("“{}”", theme.name))
        .collect();
    if links.is_empty() {
        return Ok(());
    }
    Err(Refusal::field(
        "left_on",
        format!(
            "{} links to {}. Give that to someone else first, or end it by this day.",
            person.printed_name(),
            wording::list(&links)
        ),
    ))
}

/// Whoever links to a theme as its Link Champion today stays a councillor.
///
/// # Errors
/// A sentence that names the theme, for the field `roles`.
pub fn stays_councillor(
    person: &Person,
    today: NaiveDate,
    themes: &[Theme],
    assignments: &[Assignment],
) -> Checked {
    let link = assignments
        .iter()
        .find(|it| it.person_id == person.id && it.kind == ChampionKind::LinkChampion && it.holds_on(today));
    let theme = link.and_then(|link| themes.iter().find(|theme| theme.id == link.theme_id));
    match theme {
        Some(theme) if !person.is_councillor() => Err(Refusal::field(
            "roles",
            format!(
                "{} is Link Champion of “{}”, so they stay a councillor. Give the theme to someone else first.",
                person.printed_name(),
                theme.name
            ),
        )),
        _ => Ok(()),
    }
}

/// What becomes of the assignments that `new` follows: each ends the day before. History is kept.
///
/// # Errors
/// When one of them began on that very day or later, so that it has no day before.
pub fn followed_by(new: &Assignment, assignments: &[Assignment]) -> Checked<Vec<Assignment>> {
    let follows = |it: &&Assignment| {
        it.id != new.id
            && (it.theme_id, it.kind) == (new.theme_id, new.kind)
            && it.person_id != new.person_id
            && it.to.is_none_or(|to| to >= new.from)
    };
    assignments
        .iter()
        .filter(follows)
        .map(|earlier| {
            if earlier.from >= new.from {
                return Err(Refusal::field(
                    "from",
                    format!(
                        "Someone else links to this theme from {}. Choose a later day, or undo that first.",
                        wording::date(earlier.from)
                    ),
                ));
            }
            Ok(Assignment { to: new.from.pred_opt(), ..earlier.clone() })
        })
        .collect()
}

/// One link given to somebody else from a day on: the one ends the day before, the other begins. There is no day between
/// them and none that both have.
///
/// # Errors
/// When it is theirs already, began on that day or later, or ended before it, so that a day would lie between.
pub fn handed_over(
    link: &Assignment,
    id: AssignmentId,
    to: PersonId,
    from: NaiveDate,
) -> Checked<[Assignment; 2]> {
    if link.person_id == to {
        return Err(Refusal::field("person_id", "They link to this theme already. Choose somebody else."));
    }
    if link.from >= from {
        return Err(Refusal::field(
            "from",
            format!(
                "This link begins on {}. Choose a later day, or undo that first.",
                wording::date(link.from)
            ),
        ));
    }
    let last = from.pred_opt();
    if let Some(ended) = link.to.filter(|to| Some(*to) < last) {
        return Err(Refusal::field(
            "from",
            format!(
                "This link ends on {}, and nobody would have the theme until then. Choose the day after it, or an \
                 earlier one.",
                wording::date(ended)
            ),
        ));
    }
    let next = Assignment { id, version: 0, person_id: to, from, to: None, ..link.clone() };
    Ok([Assignment { to: last, ..link.clone() }, next])
}

/// The roles' seats of one person on a day.
pub fn seats_of<'a>(
    person: PersonId,
    day: NaiveDate,
    seats: &'a [Seat],
    terms: &'a [TermOfOffice],
) -> impl Iterator<Item = &'a Seat> {
    terms
        .iter()
        .filter(move |term| term.person_id == person && term.holds_on(day))
        .filter_map(move |term| seats.iter().find(|seat| seat.id == term.seat_id))
}

#[cfg(test)]
mod tests;
