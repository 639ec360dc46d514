//! A board with minutes of sixty pages and a children's report of twenty: the sample, and more of the same.

use std::path::Path;

use chrono::NaiveDate;
use pledgeboard_app::{
    Clock, Context,
    domain::{
        Action, AgendaItem, Audience, Commitment, Decision, Measure, Meeting, MeetingState, Minute, Promise,
        StrategyPeriod,
    },
    reports::{ReportFormat, ReportKind, ReportRequest, export},
    sample,
};

use crate::Outcome;

const WORDS: &str = "The Head of Placements said that eleven children had moved three times or more since April, four of \
them after a home gave notice, and that every one of them had been asked afterwards what they would have changed. The \
board asked how many had kept their school, who had told them, and how long before. Members heard that two homes now \
hold a room for a child who comes back, and that the cost is met until March. ";

pub async fn make(path: &Path, today: NaiveDate) -> Outcome<Context> {
    let store = sample::create(path, today).await?;
    let cx = Context { store, person: None, clock: Clock::new(Some(today)) };
    while pages(&cx, ReportKind::Minutes).await? < 60 {
        minutes(&cx).await?;
    }
    while pages(&cx, ReportKind::ChildPromises).await? < 20 {
        promise(&cx).await?;
    }
    Ok(cx)
}

pub fn asked(document: ReportKind) -> ReportRequest {
    let audience = if document == ReportKind::Minutes { Audience::Public } else { Audience::Children };
    ReportRequest {
        audience: Some(audience),
        format: Some(ReportFormat::Pdf),
        ..ReportRequest::new(document)
    }
}

async fn pages(cx: &Context, document: ReportKind) -> Outcome<usize> {
    Ok(export(cx, asked(document)).await?.pages)
}

/// Four more items of the meeting held last, with what was said, decided and asked for.
async fn minutes(cx: &Context) -> Outcome<()> {
    let mut write = cx.write("minute more items").await?;
    let meetings = write.all::<Meeting>().await?;
    let held = meetings.iter().rfind(|it| it.state.was_held()).ok_or("no meeting was held")?;
    if held.state == MeetingState::Held {
        let mut drafted = Meeting { state: MeetingState::MinutesDrafted, ..held.clone() };
        write.update(&mut drafted).await?;
    }
    let items = write.by::<AgendaItem>("meeting_id", held.id).await?;
    let last = i64::try_from(items.len())?;
    let like = items.into_iter().find(|it| it.access.is_open()).ok_or("no open item")?;
    let action = write.all::<Action>().await?.into_iter().next().ok_or("no action")?;
    for number in last + 1..=last + 4 {
        let mut item = AgendaItem {
            id: cx.new_id(),
            version: 0,
            position: number,
            number: number.to_string(),
            title: format!("What children said about homes near school, part {number}"),
            papers: vec![],
            voices: vec![],
            promises: vec![],
            actions: vec![],
            minutes_of_id: None,
            topic_id: None,
            ..like.clone()
        };
        write.insert(&mut item).await?;
        let mut minute = Minute {
            id: cx.new_id(),
            version: 0,
            agenda_item_id: item.id,
            number: format!("CPB {number}/26b"),
            text: (1..=4).map(|at| format!("{at}. {WORDS}\n\n")).collect(),
            private_text: String::new(),
            officer_summary: String::new(),
            plain_text: String::new(),
        };
        write.insert(&mut minute).await?;
        for position in 1..=3 {
            let mut decision = Decision {
                id: cx.new_id(),
                version: 0,
                agenda_item_id: item.id,
                position,
                text: format!(
                    "That part {position} of the report be noted and the figures come back in March."
                ),
                plain_text: String::new(),
                mover_id: None,
                seconder_id: None,
                votes: vec![],
            };
            write.insert(&mut decision).await?;
            let mut action = Action {
                id: cx.new_id(),
                version: 0,
                reference: format!("A26-{number}{position}"),
                text: "Write to every school on the same day that a child moves, and say who comes".into(),
                agenda_item_id: Some(item.id),
                ..action.clone()
            };
            write.insert(&mut action).await?;
        }
    }
    write.commit().await?;
    Ok(())
}

/// One more promise, as an old one with all that belongs to it.
async fn promise(cx: &Context) -> Outcome<()> {
    let mut write = cx.write("promise more").await?;
    let periods = write.all::<StrategyPeriod>().await?;
    let today = cx.today();
    let period = periods.iter().find(|it| it.starts <= today && it.ends.is_none_or(|ends| today <= ends));
    let period = period.ok_or("no strategy holds")?.id;
    let all = write.by::<Promise>("strategy_period_id", period).await?;
    let like = all.iter().find(|it| it.is_current(today) && it.number == 1).ok_or("no promise")?.clone();
    let number = all.iter().map(|it| it.number).max().unwrap_or(0) + 1;
    let mut promise = Promise {
        id: cx.new_id(),
        version: 0,
        number,
        title: format!("{} again", like.title),
        ..like.clone()
    };
    write.insert(&mut promise).await?;
    for it in write.by::<Commitment>("promise_id", like.id).await? {
        let mut copy = Commitment { id: cx.new_id(), version: 0, promise_id: promise.id, ..it };
        write.insert(&mut copy).await?;
    }
    for it in write.by::<Measure>("promise_id", like.id).await? {
        let mut copy = Measure { id: cx.new_id(), version: 0, promise_id: promise.id, ..it };
        write.insert(&mut copy).await?;
    }
    write.commit().await?;
    Ok(())
}
