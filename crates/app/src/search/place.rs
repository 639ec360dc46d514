//! The page that shows a record, and what it belongs to.

use pledgeboard_domain::{
    Action, AgendaItem, Anchor, AnnualReport, Answer, Assessment, Decision, Event, Group, Indicator,
    IndicatorPoint, Meeting, Minute, Person, Promise, RealityCheck, TermsSection, Topic,
    academic_year::AcademicYear, wording,
};
use pledgeboard_store::{Arg, Hit, Reading, Record};
use uuid::Uuid;

use super::meeting_of;
use crate::error::Outcome;

pub(super) struct Place {
    /// A better title than the index has.
    pub title: Option<String>,
    pub belongs_to: String,
    pub href: String,
}

/// The clauses that find items by the SQL of their ids, and the items' meetings.
macro_rules! items {
    ($ids:literal) => {
        [
            concat!("t.id IN (", $ids, ")"),
            concat!("t.id IN (SELECT i.meeting_id FROM agenda_item AS i WHERE i.id IN (", $ids, "))"),
        ]
    };
}

impl Place {
    /// Where a hit is shown; none when what it hangs on is gone. What a record hangs on is found by the record's own id, so
    /// that nothing waits for the record: from afar, all places are asked for at once.
    pub async fn of(read: &mut Reading, hit: &Hit) -> Outcome<Option<Self>> {
        let id = hit.record;
        let at = |href: String, belongs_to: String| Place { title: None, belongs_to, href };
        Ok(match hit.kind.as_str() {
            "voice" => Some(at(format!("/voices/{id}"), String::new())),
            "answer" => read
                .get::<Answer>(id)
                .await?
                .map(|it| at(format!("/voices/{}", it.voice_id), "The answer to a voice".into())),
            "event" => {
                let event = read.get::<Event>(id).await?;
                event.map(|it| at(format!("/events/{id}"), wording::date_without_weekday(it.date)))
            }
            "reality_check" => read
                .get::<RealityCheck>(id)
                .await?
                .map(|it| at(format!("/events/{}", it.event_id), "A reality check".into())),
            "promise" => read
                .get::<Promise>(id)
                .await?
                .map(|it| at(format!("/promises/{id}"), format!("Promise {}", it.number))),
            "commitment" => {
                promise(read, "t.id = (SELECT promise_id FROM commitment WHERE id = $1)", id).await?
            }
            "measure" => promise(read, "t.id = (SELECT promise_id FROM measure WHERE id = $1)", id).await?,
            "indicator" => {
                Some(at(format!("/promises/indicators/{id}"), "A number that the board watches".into()))
            }
            "indicator_point" => {
                let point = read.get::<IndicatorPoint>(id).await?;
                let own = "t.id = (SELECT indicator_id FROM indicator_point WHERE id = $1)";
                let indicator = the_only::<Indicator>(read, own, id).await?;
                point.zip(indicator).map(|(point, it)| Place {
                    title: Some(it.name),
                    belongs_to: wording::date_without_weekday(point.on),
                    href: format!("/promises/indicators/{}", it.id),
                })
            }
            "check" => promise(read, "t.id = (SELECT promise_id FROM \"check\" WHERE id = $1)", id).await?,
            "action" => read.get::<Action>(id).await?.map(|it| at(format!("/actions/{id}"), it.reference)),
            "action_update" => {
                action(read, "t.id = (SELECT action_id FROM action_update WHERE id = $1)", id).await?
            }
            "escalation" => {
                let about =
                    action(read, "t.id = (SELECT action_id FROM escalation WHERE id = $1)", id).await?;
                let or =
                    promise(read, "t.id = (SELECT promise_id FROM escalation WHERE id = $1)", id).await?;
                about.or(or)
            }
            "meeting" => read.get::<Meeting>(id).await?.map(|meeting| Place {
                title: Some(if meeting.title.is_empty() {
                    wording::date(meeting.date)
                } else {
                    format!("{}, {}", meeting.title, wording::date(meeting.date))
                }),
                belongs_to: meeting.place,
                href: format!("/meetings/{id}"),
            }),
            "agenda_item" => item(read, items!("SELECT $1"), id, "agenda").await?,
            "minute" => {
                let minute = read.get::<Minute>(id).await?;
                let place =
                    item(read, items!("SELECT agenda_item_id FROM minute WHERE id = $1"), id, "minutes")
                        .await?;
                minute
                    .zip(place)
                    .map(|(minute, place)| Place { title: Some(numbered(&minute.number, &place)), ..place })
            }
            "decision" => {
                let decision = read.get::<Decision>(id).await?;
                let place =
                    item(read, items!("SELECT agenda_item_id FROM decision WHERE id = $1"), id, "minutes")
                        .await?;
                decision.zip(place).map(|(decision, place)| Place { title: Some(decision.text), ..place })
            }
            "correction" => {
                let own = "t.id = (SELECT meeting_id FROM correction WHERE id = $1)";
                let meeting = the_only::<Meeting>(read, own, id).await?;
                meeting.map(|it| at(format!("/meetings/{}/minutes", it.id), meeting_of(it.date)))
            }
            "paper" => {
                let on = items!("SELECT agenda_item_id FROM agenda_item_paper WHERE paper_id = $1");
                match item(read, on, id, "agenda").await? {
                    Some(place) => Some(Place { title: None, ..place }),
                    None => Some(at("/meetings".into(), String::new())),
                }
            }
            "person" => read.get::<Person>(id).await?.map(|person| Place {
                title: Some(person.printed_name()),
                belongs_to: person.organisation,
                href: format!("/board/people?person={id}"),
            }),
            "group" => Some(at(format!("/board/groups/{id}"), "A group".into())),
            "agenda_request" => {
                let own = "t.id = (SELECT group_id FROM agenda_request WHERE id = $1)";
                the_only::<Group>(read, own, id).await?.map(|group| {
                    at(
                        format!("/board/groups/{}#request-{id}", group.id),
                        format!("A request from {}", group.name),
                    )
                })
            }
            "channel" => {
                Some(at(format!("/voices/map#channel-{id}"), "A way in which children are heard".into()))
            }
            "seat" => Some(at("/board".into(), "A seat on the board".into())),
            "topic" => {
                read.get::<Topic>(id).await?.map(|it| of_year(it.academic_year, &format!("&topic={id}")))
            }
            "anchor" => read.get::<Anchor>(id).await?.map(|it| of_year(it.academic_year, "")),
            "standing_report" => Some(at("/meetings/programme#reports".into(), "A standing report".into())),
            "theme" => Some(at("/board/themes".into(), String::new())),
            "terms_section" => {
                let section = read.get::<TermsSection>(id).await?;
                section.map(|it| Place {
                    title: Some(it.heading),
                    ..at("/board/terms".into(), "Terms of reference".into())
                })
            }
            "annual_report" => {
                let report = read.get::<AnnualReport>(id).await?.map(|it| it.reporting_year());
                report.map(|year| Place {
                    title: Some(format!("Foreword, {year}")),
                    ..at(format!("/reports?document=annual_report&year={}", year.0), "Annual report".into())
                })
            }
            "assessment" => read.get::<Assessment>(id).await?.map(|it| Place {
                title: Some(format!("Self-assessment, {}", wording::date_without_weekday(it.on))),
                ..at(format!("/board/self-assessment?id={id}"), "How the board judges itself".into())
            }),
            _ => None,
        })
    }
}

/// The first that a clause finds, in which `$1` is the id of the record that was hit.
async fn the_only<R: Record>(read: &mut Reading, clause: &'static str, hit: Uuid) -> Outcome<Option<R>> {
    Ok(read.find::<R>(clause, &[Arg::Id(hit)]).await?.into_iter().next())
}

/// An item on the page of its meeting's agenda or minutes.
async fn item(
    read: &mut Reading,
    [items, meetings]: [&'static str; 2],
    hit: Uuid,
    page: &str,
) -> Outcome<Option<Place>> {
    let items = read.find::<AgendaItem>(items, &[Arg::Id(hit)]).await?;
    let meetings = read.find::<Meeting>(meetings, &[Arg::Id(hit)]).await?;
    let Some(item) = items.into_iter().next() else { return Ok(None) };
    Ok(meetings.iter().find(|it| it.id == item.meeting_id).map(|meeting| Place {
        title: Some(item.title),
        belongs_to: meeting_of(meeting.date),
        href: format!("/meetings/{}/{page}", meeting.id),
    }))
}

async fn promise(read: &mut Reading, clause: &'static str, hit: Uuid) -> Outcome<Option<Place>> {
    Ok(the_only::<Promise>(read, clause, hit).await?.map(|it| Place {
        title: None,
        belongs_to: format!("Promise {}, “{}”", it.number, it.title),
        href: format!("/promises/{}", it.id),
    }))
}

async fn action(read: &mut Reading, clause: &'static str, hit: Uuid) -> Outcome<Option<Place>> {
    Ok(the_only::<Action>(read, clause, hit).await?.map(|it| Place {
        title: None,
        belongs_to: format!("Action {}", it.reference),
        href: format!("/actions/{}", it.id),
    }))
}

/// On the work programme of a year.
fn of_year(year: i32, more: &str) -> Place {
    Place {
        title: None,
        belongs_to: format!("Work programme {}", AcademicYear(year)),
        href: format!("/meetings/programme?year={year}{more}"),
    }
}

/// "CPB 14/26: What children told us".
fn numbered(number: &str, place: &Place) -> String {
    let title = place.title.as_deref().unwrap_or_default();
    if number.is_empty() { title.into() } else { format!("{number}: {title}") }
}
