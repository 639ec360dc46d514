//! Adding, changing and leaving.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Assignment, Person, Refusal, Role, TermOfOffice, Theme,
    id::{PersonId, SeatId},
    membership::{may_leave, stays_councillor},
    wording,
};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// Somebody new, perhaps with the seat that they take.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewPerson {
    pub title: String,
    pub name: String,
    pub organisation: String,
    pub job: String,
    pub roles: Vec<Role>,
    pub seat_id: Option<SeatId>,
    /// The first day in the seat; today if it is not said.
    pub from: Option<NaiveDate>,
}

/// Somebody leaves the board on a day: their terms end with it, their history stays.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Leave {
    pub person_id: PersonId,
    pub version: i64,
    pub left_on: NaiveDate,
}

pub(super) async fn add(cx: &Context, request: NewPerson) -> Outcome<Written<PersonId>> {
    let mut person = Person {
        id: cx.new_id(),
        version: 0,
        title: request.title.trim().into(),
        name: request.name.trim().into(),
        organisation: request.organisation.trim().into(),
        job: request.job.trim().into(),
        brings: String::new(),
        roles: request.roles,
        first_name: String::new(),
        name_agreed_on: None,
        name_agreed_with: String::new(),
        email: String::new(),
        phone: String::new(),
        left_on: None,
    };
    person.check()?;
    let mut write = cx.write(&format!("add {}", person.printed_name())).await?;
    write.insert(&mut person).await?;
    if let Some(seat_id) = request.seat_id {
        let mut term = TermOfOffice {
            id: cx.new_id(),
            version: 0,
            seat_id,
            person_id: person.id,
            from: request.from.unwrap_or_else(|| cx.today()),
            to: None,
        };
        term.check(&write.all().await?).map_err(|refusal| Refusal { field: Some("seat_id"), ..refusal })?;
        write.insert(&mut term).await?;
    }
    cx.done(write, person.id).await
}

pub(super) async fn save(cx: &Context, mut person: Person) -> Outcome<Written<PersonId>> {
    person.check()?;
    let mut write = cx.write(&format!("change {}", person.printed_name())).await?;
    let before = write.one::<Person>(person.id).await?;
    let (themes, assignments) = (write.all::<Theme>().await?, write.all::<Assignment>().await?);
    stays_councillor(&person, cx.today(), &themes, &assignments)?;
    if let Some(on) = person.left_on.filter(|_| person.left_on != before.left_on) {
        may_leave(&person, on, &themes, &assignments)?;
    }
    write.update(&mut person).await?;
    cx.done(write, person.id).await
}

pub(super) async fn leave(cx: &Context, request: Leave) -> Outcome<Written<PersonId>> {
    let mut write = cx.write("record that somebody left").await?;
    let mut person = write.one::<Person>(request.person_id).await?;
    may_leave(&person, request.left_on, &write.all::<Theme>().await?, &write.all::<Assignment>().await?)?;
    for mut term in write.by::<TermOfOffice>("person_id", person.id).await? {
        if term.from > request.left_on {
            return Err(Refusal::field(
                "left_on",
                format!("They only take a seat on {}. Choose a later day.", wording::date(term.from)),
            )
            .into());
        }
        if term.to.is_none_or(|to| to > request.left_on) {
            term.to = Some(request.left_on);
            write.update(&mut term).await?;
        }
    }
    person.version = request.version;
    person.left_on = Some(request.left_on);
    write.update(&mut person).await?;
    cx.done(write, person.id).await
}
