//! One group on one page: what it is, what it asks for, and what became of it.

use chrono::NaiveDate;
use pledgeboard_domain::{
    AgendaItem, AgendaRequest, Cohort, Group, Meeting, Person, RequestState,
    agenda_request::Taken,
    id::{AgendaItemId, CohortId, GroupId, MeetingId, PersonId},
    wording,
};
use pledgeboard_store::Arg;
use serde::{Deserialize, Serialize};

use crate::{
    context::Context,
    error::Outcome,
    voices::choices::{Choice, cohorts, people},
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowGroup {
    pub id: GroupId,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GroupPage {
    pub group: Group,
    pub ended: bool,
    pub lead: Option<String>,
    /// The people of the board who belong to it, by their printed names.
    pub people: Vec<String>,
    pub cohorts: Vec<String>,
    /// Those without an answer first, the longest waiting before the others; then the newest.
    pub requests: Vec<RequestLine>,
    pub choices: GroupChoices,
}

/// What the forms of the page offer.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GroupChoices {
    pub people: Vec<Choice<PersonId>>,
    pub cohorts: Vec<Choice<CohortId>>,
    /// Meetings to come whose agenda is still a draft, the next one first.
    pub meetings: Vec<Choice<MeetingId>>,
    /// Who works at this computer.
    pub me: Option<PersonId>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RequestLine {
    pub request: AgendaRequest,
    pub state: RequestState,
    /// Whole days without an answer; none once it has one.
    pub waiting_days: Option<i64>,
    /// The agenda that has it.
    pub item: Option<RequestItem>,
    /// The board owes it an agenda, or an answer now that the meeting was held.
    pub owed: bool,
    pub answered_by: Option<String>,
    pub told_by: Option<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RequestItem {
    pub id: AgendaItemId,
    pub meeting_id: MeetingId,
    /// Of the meeting that takes it: of the later one, where it was put off.
    pub date: NaiveDate,
    pub title: String,
    /// The meeting was held, or is under way.
    pub met: bool,
}

pub(crate) async fn show(cx: &Context, request: ShowGroup) -> Outcome<GroupPage> {
    let today = cx.today();
    let mut read = cx.read().await?;
    let group = read.one::<Group>(request.id).await?;
    let requests = read.by::<AgendaRequest>("group_id", group.id).await?;
    let items = read
        .find::<AgendaItem>(
            "t.id IN (SELECT r.agenda_item_id FROM agenda_request AS r WHERE r.group_id = $1)",
            &[Arg::from(group.id)],
        )
        .await?;
    let meetings = read.all::<Meeting>().await?;
    let everyone = read.all::<Person>().await?;
    let all_cohorts = read.all::<Cohort>().await?;
    let name = |id: PersonId| everyone.iter().find(|it| it.id == id).map(Person::printed_name);
    let line = |request: AgendaRequest| {
        let taken = request.taken(&items, &meetings);
        RequestLine {
            state: request.state(taken),
            waiting_days: request.outcome.is_none().then(|| (today - request.asked_on).num_days()),
            item: taken_by(&request, taken, &items),
            owed: request.is_owed(taken),
            answered_by: request.answered_by.and_then(name),
            told_by: request.told_by.and_then(name),
            request,
        }
    };
    let mut requests: Vec<RequestLine> = requests.into_iter().map(line).collect();
    requests.sort_by_key(|it| std::cmp::Reverse(it.waiting_days));
    let drafts = meetings.iter().filter(|it| it.date >= today && it.state.agenda_is_draft());
    Ok(GroupPage {
        ended: group.has_ended(today),
        lead: group.lead_id.and_then(name),
        people: group.people.iter().filter_map(|id| name(*id)).collect(),
        cohorts: all_cohorts
            .iter()
            .filter(|it| group.cohorts.contains(&it.id))
            .map(|it| it.name.clone())
            .collect(),
        requests,
        choices: GroupChoices {
            meetings: drafts.map(|it| Choice { value: it.id, label: wording::date(it.date) }).collect(),
            people: people(everyone, today),
            cohorts: cohorts(all_cohorts),
            me: cx.person,
        },
        group,
    })
}

fn taken_by(request: &AgendaRequest, taken: Taken, items: &[AgendaItem]) -> Option<RequestItem> {
    let item = items.iter().find(|it| Some(it.id) == request.agenda_item_id)?;
    let (date, met) = match taken {
        Taken::Ahead(date) => (date, false),
        Taken::Met(date) => (date, true),
        Taken::Nowhere => return None,
    };
    Some(RequestItem { id: item.id, meeting_id: item.meeting_id, date, title: item.title.clone(), met })
}
