//! The board on a day: its seats and who sits in them, and everybody it knows.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Assignment, ChampionKind, Person, Seat, TermOfOffice, Theme,
    membership::{empty_seats, seats_of, sits_in, without_link_champion},
};
use serde::{Deserialize, Serialize};

use crate::{context::Context, error::Outcome};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowBoard {
    /// Another day than today: who was on the board then?
    pub on: Option<NaiveDate>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BoardPage {
    pub on: NaiveDate,
    pub quorum: i64,
    pub seats: Vec<SeatLine>,
    pub people: Vec<PersonLine>,
    /// Names of the seats in which nobody sits.
    pub empty: Vec<String>,
    /// Names of the themes without a Link Champion, where the board asks for one.
    pub unlinked: Vec<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SeatLine {
    pub seat: Seat,
    pub holder: Option<Sitting>,
    /// Every other term, the latest first.
    pub history: Vec<Sitting>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Sitting {
    pub term: TermOfOffice,
    pub name: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PersonLine {
    pub person: Person,
    pub printed_name: String,
    pub seats: Vec<String>,
    /// Themes that they link to on that day.
    pub themes: Vec<String>,
    pub has_left: bool,
}

pub(super) async fn show(cx: &Context, request: ShowBoard) -> Outcome<BoardPage> {
    let on = request.on.unwrap_or_else(|| cx.today());
    let mut read = cx.read().await?;
    let board = read.board().await?;
    let people = read.all::<Person>().await?;
    let (seats, terms) = (read.all::<Seat>().await?, read.all::<TermOfOffice>().await?);
    let (themes, assignments) = (read.all::<Theme>().await?, read.all::<Assignment>().await?);
    let unlinked = without_link_champion(on, &themes, &assignments);
    let names = |themes: Vec<&Theme>| themes.into_iter().map(|theme| theme.name.clone()).collect();
    Ok(BoardPage {
        on,
        quorum: board.quorum,
        empty: empty_seats(on, &seats, &terms).into_iter().map(|seat| seat.name.clone()).collect(),
        unlinked: if board.champions_required { names(unlinked) } else { vec![] },
        seats: seats.iter().map(|seat| seat_line(seat, on, &terms, &people)).collect(),
        people: people
            .iter()
            .map(|person| PersonLine {
                printed_name: person.printed_name(),
                seats: seats_of(person.id, on, &seats, &terms).map(|seat| seat.name.clone()).collect(),
                themes: names(
                    assignments
                        .iter()
                        .filter(|it| it.person_id == person.id && it.holds_on(on))
                        .filter(|it| it.kind == ChampionKind::LinkChampion || !person.is_councillor())
                        .filter_map(|it| themes.iter().find(|theme| theme.id == it.theme_id))
                        .collect(),
                ),
                has_left: person.has_left(on),
                person: person.clone(),
            })
            .collect(),
    })
}

fn seat_line(seat: &Seat, on: NaiveDate, terms: &[TermOfOffice], people: &[Person]) -> SeatLine {
    let sitting = |term: &TermOfOffice| Sitting {
        name: people
            .iter()
            .find(|person| person.id == term.person_id)
            .map(Person::printed_name)
            .unwrap_or_default(),
        term: term.clone(),
    };
    let holder = sits_in(seat.id, on, terms);
    let mut history: Vec<&TermOfOffice> = terms
        .iter()
        .filter(|term| term.seat_id == seat.id && holder.is_none_or(|holder| holder.id != term.id))
        .collect();
    history.sort_by_key(|term| std::cmp::Reverse(term.from));
    SeatLine {
        seat: seat.clone(),
        holder: holder.map(sitting),
        history: history.into_iter().map(sitting).collect(),
    }
}
