//! Who may sit down at this computer: everybody on the board who has not left, in the order of the seats.

use pledgeboard_domain::{Person, Seat, TermOfOffice};

use super::{Worker, worker};
use crate::{App, Nothing, error::Outcome};

pub(crate) async fn people(app: &App, _: Nothing) -> Outcome<Vec<Worker>> {
    let cx = app.context().await?;
    let today = cx.today();
    let mut read = cx.read().await?;
    let (seats, terms) = (read.all::<Seat>().await?, read.all::<TermOfOffice>().await?);
    let mut people = read.all::<Person>().await?;
    people.retain(|person| !person.has_left(today));
    // Those in a seat come first, in the seats' order; a person without one has no place in it.
    let place = |person: &Person| {
        let seat = |term: &TermOfOffice| seats.iter().position(|seat| seat.id == term.seat_id);
        let held = terms.iter().filter(|term| term.person_id == person.id && term.holds_on(today));
        held.filter_map(seat).min().unwrap_or(usize::MAX)
    };
    people.sort_by_cached_key(|person| (place(person), person.roles.first().copied()));
    Ok(people.into_iter().map(worker).collect())
}
