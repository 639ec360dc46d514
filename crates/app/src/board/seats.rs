//! Seats, and the terms of those who sit in them.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Person, Refusal, Role, Seat, TermOfOffice,
    id::{PersonId, SeatId, TermOfOfficeId},
    membership::sits_in,
    wording,
};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewSeat {
    pub name: String,
    pub role: Role,
    pub organisation: String,
    pub counts_for_quorum: bool,
}

/// Somebody takes a seat.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Sit {
    pub seat_id: SeatId,
    pub person_id: PersonId,
    pub from: NaiveDate,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EndTerm {
    pub term_id: TermOfOfficeId,
    pub version: i64,
    /// Their last day in the seat.
    pub to: NaiveDate,
}

pub(super) async fn add(cx: &Context, request: NewSeat) -> Outcome<Written<SeatId>> {
    let mut write = cx.write(&format!("add the seat {}", request.name.trim())).await?;
    let last = write.all::<Seat>().await?.iter().map(|seat| seat.position).max().unwrap_or(0);
    let mut seat = Seat {
        id: cx.new_id(),
        version: 0,
        name: request.name.trim().into(),
        role: request.role,
        organisation: request.organisation.trim().into(),
        counts_for_quorum: request.counts_for_quorum,
        position: last + 1,
        closed_on: None,
    };
    seat.check()?;
    write.insert(&mut seat).await?;
    cx.done(write, seat.id).await
}

/// A seat is not abolished over the head of whoever sits in it.
pub(super) async fn save(cx: &Context, mut seat: Seat) -> Outcome<Written<SeatId>> {
    seat.check()?;
    let mut write = cx.write(&format!("change the seat {}", seat.name)).await?;
    if let Some(closed) = seat.closed_on {
        let terms = write.by::<TermOfOffice>("seat_id", seat.id).await?;
        if let Some(term) = sits_in(seat.id, closed, &terms) {
            let name = write.one::<Person>(term.person_id).await?.printed_name();
            return Err(Refusal::field(
                "closed_on",
                format!("{name} sits in this seat on that day. End their term first."),
            )
            .into());
        }
    }
    write.update(&mut seat).await?;
    cx.done(write, seat.id).await
}

pub(super) async fn sit(cx: &Context, request: Sit) -> Outcome<Written<TermOfOfficeId>> {
    let mut write = cx.write("fill a seat").await?;
    let person = write.one::<Person>(request.person_id).await?;
    if let Some(left) = person.left_on.filter(|left| *left <= request.from) {
        return Err(Refusal::field(
            "person_id",
            format!("{} left the board on {}.", person.printed_name(), wording::date(left)),
        )
        .into());
    }
    write.one::<Seat>(request.seat_id).await?;
    let mut term = TermOfOffice {
        id: cx.new_id(),
        version: 0,
        seat_id: request.seat_id,
        person_id: request.person_id,
        from: request.from,
        to: None,
    };
    term.check(&write.by("seat_id", request.seat_id).await?)?;
    write.insert(&mut term).await?;
    cx.done(write, term.id).await
}

pub(super) async fn end_term(cx: &Context, request: EndTerm) -> Outcome<Written<TermOfOfficeId>> {
    let mut write = cx.write("end a term of office").await?;
    let mut term = write.one::<TermOfOffice>(request.term_id).await?;
    term.version = request.version;
    term.to = Some(request.to);
    term.check(&write.by("seat_id", term.seat_id).await?)?;
    write.update(&mut term).await?;
    cx.done(write, term.id).await
}
