//! `trail`: the loop from one record, both ways.

use pledgeboard_app::{
    AppError,
    domain::{
        Trail as Walked, TrailReader,
        trail::{RecordState, TrailKind, TrailRecord},
        wording,
    },
    trail::{self, TrailFrom},
};

use crate::{
    Refused,
    arguments::{ListFormat, Trail, WalkedFrom},
    say,
};

pub async fn trail(asked: Trail) -> Result<(), Refused> {
    let from = match asked.from {
        WalkedFrom::Voice => TrailFrom::Voice,
        WalkedFrom::Promise => TrailFrom::Promise,
        WalkedFrom::Action => TrailFrom::Action,
        WalkedFrom::Item => TrailFrom::Item,
    };
    let cx = asked.on.open().await?;
    let walked = match trail::find(&cx, from, &asked.reference).await {
        Ok(of) => trail::walk(&cx, of, TrailReader::Script).await,
        Err(refused) => Err(refused),
    };
    cx.store.close().await;
    let walked = walked?;
    match asked.format {
        ListFormat::Json => say(&serde_json::to_string_pretty(&walked).map_err(AppError::fault)?),
        ListFormat::Text => say(&text(&walked)),
    }
}

/// The day's column, and what hangs under it.
const DAY: usize = 18;

fn text(trail: &Walked) -> String {
    let mut lines = vec![trail.title.clone()];
    for step in &trail.steps {
        lines.push(String::new());
        lines.push(format!("{} ({})", step.step.words(), step.state.words()));
        for record in &step.records {
            let day = record.on.map(wording::date_without_weekday).unwrap_or_default();
            lines.push(format!("  {day:DAY$}{}", words(record)));
            let detail = detail(record);
            if !detail.is_empty() {
                lines.push(format!("  {:DAY$}{detail}", ""));
            }
        }
        lines.extend(step.gaps.iter().map(|gap| format!("  Missing: {gap}")));
    }
    lines.join("\n")
}

fn words(record: &TrailRecord) -> String {
    let words = record.words.replace('\n', " ");
    match record.kind {
        _ if record.guarded => format!("({} that is not shown here)", record.kind),
        TrailKind::Voice | TrailKind::Request if record.is_quote => format!("“{words}”"),
        TrailKind::Voice | TrailKind::Action | TrailKind::Commitment if !words.is_empty() => words,
        kind if words.is_empty() => kind.words().to_owned(),
        kind => format!("{}: {words}", kind.words()),
    }
}

fn detail(record: &TrailRecord) -> String {
    let late = (record.state == RecordState::Late).then(|| "late".to_owned());
    let parts = [Some(record.detail.clone()), record.marking.clone(), late];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
