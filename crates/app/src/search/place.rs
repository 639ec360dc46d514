//! The page that shows a record, and what it belongs to.

use std::collections::HashMap;

use pledgeboard_domain::{
    Action, ActionUpdate, AgendaItem, AgendaRequest, Anchor, AnnualReport, Answer, Assessment, Check,
    Commitment, Correction, Decision, Escalation, Event, Group, Indicator, IndicatorPoint, Measure, Meeting,
    Minute, Person, Promise, RealityCheck, TermsSection, Topic, academic_year::AcademicYear, id::MeetingId,
    wording,
};
use pledgeboard_store::{Arg, Hit, Reading};

use super::meeting_of;
use crate::error::Outcome;

pub(super) struct Place {
    /// A better title than the index has.
    pub title: Option<String>,
    pub belongs_to: String,
    pub href: String,
}

/// Finds places; meetings are looked up once.
#[derive(Default)]
pub(super) struct Places {
    meetings: HashMap<MeetingId, Meeting>,
}

impl Places {
    /// Where a hit is shown; none when what it hangs on is gone.
    pub async fn of(&mut self, read: &mut Reading, hit: &Hit) -> Outcome<Option<Place>> {
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
                let promise = parent(read, |it: Commitment| it.promise_id.into(), id).await?;
                self.promise(read, promise).await?
            }
            "measure" => {
                let promise = parent(read, |it: Measure| it.promise_id.into(), id).await?;
                self.promise(read, promise).await?
            }
            "indicator" => {
                Some(at(format!("/promises/indicators/{id}"), "A number that the board watches".into()))
            }
            "indicator_point" => match read.get::<IndicatorPoint>(id).await? {
                Some(point) => read.get::<Indicator>(point.indicator_id).await?.map(|it| Place {
                    title: Some(it.name),
                    belongs_to: wording::date_without_weekday(point.on),
                    href: format!("/promises/indicators/{}", it.id),
                }),
                None => None,
            },
            "check" => {
                let promise = parent(read, |it: Check| it.promise_id.into(), id).await?;
                self.promise(read, promise).await?
            }
            "action" => read.get::<Action>(id).await?.map(|it| at(format!("/actions/{id}"), it.reference)),
            "action_update" => {
                let action = parent(read, |it: ActionUpdate| it.action_id.into(), id).await?;
                self.action(read, action).await?
            }
            "escalation" => match read.get::<Escalation>(id).await? {
                Some(Escalation { action_id: Some(action), .. }) => {
                    self.action(read, Some(action.into())).await?
                }
                Some(Escalation { promise_id: Some(promise), .. }) => {
                    self.promise(read, Some(promise.into())).await?
                }
                _ => None,
            },
            "meeting" => self.meeting(read, MeetingId(id)).await?.map(|meeting| Place {
                title: Some(if meeting.title.is_empty() {
                    wording::date(meeting.date)
                } else {
                    format!("{}, {}", meeting.title, wording::date(meeting.date))
                }),
                belongs_to: meeting.place.clone(),
                href: format!("/meetings/{id}"),
            }),
            "agenda_item" => self.item(read, id, "agenda").await?,
            "minute" => match read.get::<Minute>(id).await? {
                Some(minute) => {
                    let place = self.item(read, minute.agenda_item_id.into(), "minutes").await?;
                    place.map(|place| Place { title: Some(numbered(&minute.number, &place)), ..place })
                }
                None => None,
            },
            "decision" => match read.get::<Decision>(id).await? {
                Some(decision) => {
                    let place = self.item(read, decision.agenda_item_id.into(), "minutes").await?;
                    place.map(|place| Place { title: Some(decision.text), ..place })
                }
                None => None,
            },
            "correction" => match read.get::<Correction>(id).await? {
                Some(it) => {
                    let meeting = self.meeting(read, it.meeting_id).await?;
                    meeting.map(|meeting| {
                        at(format!("/meetings/{}/minutes", meeting.id), meeting_of(meeting.date))
                    })
                }
                None => None,
            },
            "paper" => {
                let clause = "EXISTS (SELECT 1 FROM agenda_item_paper AS p WHERE p.agenda_item_id = t.id AND p.paper_id = $1)";
                match read.find::<AgendaItem>(clause, &[Arg::Id(id)]).await?.first() {
                    Some(item) => {
                        let place = self.item(read, item.id.into(), "agenda").await?;
                        place.map(|place| Place { title: None, ..place })
                    }
                    None => Some(at("/meetings".into(), String::new())),
                }
            }
            "person" => read.get::<Person>(id).await?.map(|person| Place {
                title: Some(person.printed_name()),
                belongs_to: person.organisation,
                href: format!("/board/people?person={id}"),
            }),
            "group" => Some(at(format!("/board/groups/{id}"), "A group".into())),
            "agenda_request" => match read.get::<AgendaRequest>(id).await? {
                Some(it) => {
                    let group = read.get::<Group>(it.group_id).await?.map(|it| it.name).unwrap_or_default();
                    Some(at(
                        format!("/board/groups/{}#request-{id}", it.group_id),
                        format!("A request from {group}"),
                    ))
                }
                None => None,
            },
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

    async fn meeting(&mut self, read: &mut Reading, id: MeetingId) -> Outcome<Option<&Meeting>> {
        if !self.meetings.contains_key(&id)
            && let Some(meeting) = read.get::<Meeting>(id).await?
        {
            self.meetings.insert(id, meeting);
        }
        Ok(self.meetings.get(&id))
    }

    /// An item on the page of its meeting's agenda or minutes.
    async fn item(&mut self, read: &mut Reading, id: uuid::Uuid, page: &str) -> Outcome<Option<Place>> {
        let Some(item) = read.get::<AgendaItem>(id).await? else { return Ok(None) };
        let meeting = self.meeting(read, item.meeting_id).await?;
        Ok(meeting.map(|meeting| Place {
            title: Some(item.title),
            belongs_to: meeting_of(meeting.date),
            href: format!("/meetings/{}/{page}", meeting.id),
        }))
    }

    async fn promise(&mut self, read: &mut Reading, id: Option<uuid::Uuid>) -> Outcome<Option<Place>> {
        let Some(id) = id else { return Ok(None) };
        let promise = read.get::<Promise>(id).await?;
        Ok(promise.map(|it| Place {
            title: None,
            belongs_to: format!("Promise {}, “{}”", it.number, it.title),
            href: format!("/promises/{id}"),
        }))
    }

    async fn action(&mut self, read: &mut Reading, id: Option<uuid::Uuid>) -> Outcome<Option<Place>> {
        let Some(id) = id else { return Ok(None) };
        let action = read.get::<Action>(id).await?;
        Ok(action.map(|it| Place {
            title: None,
            belongs_to: format!("Action {}", it.reference),
            href: format!("/actions/{id}"),
        }))
    }
}

/// The id that a record hangs on.
async fn parent<R: pledgeboard_store::Record>(
    read: &mut Reading,
    of: fn(R) -> uuid::Uuid,
    id: uuid::Uuid,
) -> Outcome<Option<uuid::Uuid>> {
    Ok(read.get::<R>(id).await?.map(of))
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
