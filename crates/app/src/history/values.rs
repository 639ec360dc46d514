//! What a change was about, in sentences: each record, before and after.

use std::collections::HashMap;

use pledgeboard_domain::{
    Action, AgendaItem, Cohort, Group, HalfTerm, Indicator, Meeting, Person, Promise, Refusal, Role,
    StandingReport, Theme, Topic,
    id::{EntryId, PersonId},
    wording,
};
use pledgeboard_store::{Reading, RecordChange};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::changed;
use crate::{context::Context, error::Outcome};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowChange {
    pub entry: EntryId,
}

/// One record that a change touched.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChangedRecord {
    /// "The action “Write to schools” was added."
    pub what: String,
    /// A sentence for each field that differs.
    pub sentences: Vec<String>,
}

pub(crate) async fn show(cx: &Context, request: ShowChange) -> Outcome<Vec<ChangedRecord>> {
    let mut read = cx.read().await?;
    let changes = read.changes_of(request.entry).await?;
    if changes.is_empty() {
        return Err(Refusal::not_found("change").into());
    }
    let trusted = is_trusted(&mut read, cx.person).await?;
    let names = names(&mut read).await?;
    let mut records = vec![];
    for change in changes {
        let open = read.access_now(&change).await? == "open";
        records.push(if open || trusted { told(&change, &names) } else { withheld(&change) });
    }
    Ok(records)
}

/// Those to whom members' copies go, and those who write them: they read what is not for everybody.
pub(crate) async fn is_trusted(read: &mut Reading, person: Option<PersonId>) -> Outcome<bool> {
    let Some(person) = person else { return Ok(false) };
    let people = read.all::<Person>().await?;
    let roles = people.iter().find(|it| it.id == person).map(|it| it.roles.as_slice()).unwrap_or_default();
    Ok(roles.iter().any(|role| {
        matches!(
            role,
            Role::Chair | Role::ViceChair | Role::LeadMember | Role::Councillor | Role::DemocraticServices
        )
    }))
}

/// What the ids in records stand for.
pub(crate) async fn names(read: &mut Reading) -> Outcome<HashMap<Uuid, String>> {
    let mut names = HashMap::new();
    names.extend(read.all::<Person>().await?.into_iter().map(|it| (it.id.into(), it.printed_name())));
    names.extend(read.all::<Theme>().await?.into_iter().map(|it| (it.id.into(), format!("“{}”", it.name))));
    names.extend(read.all::<Cohort>().await?.into_iter().map(|it| (it.id.into(), format!("“{}”", it.name))));
    names.extend(read.all::<Group>().await?.into_iter().map(|it| (it.id.into(), format!("“{}”", it.name))));
    let meetings = read.all::<Meeting>().await?;
    names.extend(
        meetings.into_iter().map(|it| (it.id.into(), format!("the meeting on {}", wording::date(it.date)))),
    );
    // An item's own title may be what is not public.
    let items = read.all::<AgendaItem>().await?;
    names.extend(items.into_iter().map(|it| {
        let title = if it.access.is_open() { it.title } else { it.public_title };
        (it.id.into(), format!("item {} “{title}”", it.number).replace(" “”", ""))
    }));
    names.extend(
        read.all::<Indicator>().await?.into_iter().map(|it| (it.id.into(), format!("“{}”", it.name))),
    );
    names.extend(
        read.all::<Promise>().await?.into_iter().map(|it| (it.id.into(), format!("promise {}", it.number))),
    );
    // Its reference alone: what it says may not be for everybody.
    names.extend(
        read.all::<Action>().await?.into_iter().map(|it| (it.id.into(), format!("action {}", it.reference))),
    );
    names.extend(read.all::<HalfTerm>().await?.into_iter().map(|it| (it.id.into(), it.name())));
    names.extend(
        read.all::<StandingReport>().await?.into_iter().map(|it| (it.id.into(), format!("“{}”", it.title))),
    );
    // What a topic says may be for members only.
    let open = read.all::<Topic>().await?.into_iter().filter(|it| it.is_public);
    names.extend(open.map(|it| (it.id.into(), format!("the topic “{}”", it.subject))));
    Ok(names)
}

pub(crate) fn told(change: &RecordChange, names: &HashMap<Uuid, String>) -> ChangedRecord {
    let fields = |value: &Option<Value>| value.as_ref().and_then(Value::as_object).cloned();
    let (before, after) = (fields(&change.before), fields(&change.after));
    let shown = after.as_ref().or(before.as_ref());
    let title = shown.and_then(changed::title).map(|title| format!(" “{title}”")).unwrap_or_default();
    let name = |id: Uuid| names.get(&id).cloned();
    let sentences = changed::sentences(before.as_ref(), after.as_ref(), &name);
    ChangedRecord { what: format!("The {}{title} was {}.", change.called(), verb(change)), sentences }
}

fn withheld(change: &RecordChange) -> ChangedRecord {
    ChangedRecord {
        what: format!("A private {} was {}.", change.called(), verb(change)),
        sentences: vec!["What it says is for councillors and democratic services only.".into()],
    }
}

fn verb(change: &RecordChange) -> &'static str {
    match (&change.before, &change.after) {
        (None, _) => "added",
        (_, None) => "taken out",
        _ => "changed",
    }
}
