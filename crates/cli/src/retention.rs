//! `retention`: for how long what is kept, what is past that, and letting it go.

use pledgeboard_app::{
    AppError, Context,
    backups::Shelf,
    domain::{RetentionRule, retention::Due, wording},
    retention::{self, LetGo, WantedRule},
};
use serde_json::json;

use crate::{
    Refused,
    arguments::{ListFormat, Retention, Years},
    say,
};

pub async fn retention(asked: Retention) -> Result<(), Refused> {
    let cx = asked.on.open().await?;
    let told = on(&cx, &asked).await;
    cx.store.close().await;
    say(&told?)
}

async fn on(cx: &Context, asked: &Retention) -> Result<String, Refused> {
    if !asked.keep.is_empty() {
        keep(cx, &asked.keep).await?;
    }
    let mut read = cx.read().await?;
    let rules = read.all::<RetentionRule>().await.map_err(AppError::from)?;
    let due = retention::find(&mut read, &rules, cx.today()).await?;
    drop(read);
    let listed = match asked.format {
        ListFormat::Text => lines(&rules, &due),
        ListFormat::Json => data(&rules, &due),
    };
    if !asked.remove {
        return Ok(listed);
    }
    let mut told = vec![listed];
    let shelf = Shelf::beside(&asked.on.board);
    for rule in &rules {
        let of_rule = due.iter().filter(|it| it.kind == rule.kind && it.held.is_none());
        let records: Vec<_> = of_rule.map(|it| it.place.record).collect();
        if !records.is_empty() {
            let request = LetGo { kind: rule.kind, records };
            told.extend(retention::from_board_and(&shelf, cx, request).await?.result.notices);
        }
    }
    if asked.format == ListFormat::Text && due.iter().any(|it| it.held.is_none()) {
        told.push("What may go is gone for good from the board and the backups beside it. Copies elsewhere still hold it.".into());
    }
    Ok(told.join("\n"))
}

async fn keep(cx: &Context, changed: &[Years]) -> Result<(), Refused> {
    let seen = cx.read().await?.all::<RetentionRule>().await.map_err(AppError::from)?;
    let is_changed = |kind| changed.iter().any(|it| it.kind == kind);
    let kept = seen.iter().filter(|it| !is_changed(it.kind));
    let kept = kept.map(|it| WantedRule { kind: it.kind, years: it.years });
    let new = changed.iter().filter_map(|it| Some(WantedRule { kind: it.kind, years: it.years? }));
    let rules = kept.chain(new).collect();
    retention::keep(cx, retention::KeepRules { rules, seen }).await?;
    Ok(())
}

fn lines(rules: &[RetentionRule], due: &[Due]) -> String {
    if rules.is_empty() {
        return "This board has no rule: everything is kept without limit.".into();
    }
    let mut lines = vec![];
    for rule in rules {
        let years = wording::count(rule.years.unsigned_abs(), "year", "years");
        lines.push(format!("{} ({}): kept for {years}", rule.kind, rule.kind.as_str()));
        let of_rule: Vec<&Due> = due.iter().filter(|it| it.kind == rule.kind).collect();
        if of_rule.is_empty() {
            lines.push("  nothing is past that".into());
        }
        lines.extend(of_rule.into_iter().map(|it| {
            let now = it.held.unwrap_or("may go");
            format!("  {}  {}  [{now}]", it.since, it.called.replace('\n', " "))
        }));
    }
    lines.join("\n")
}

fn data(rules: &[RetentionRule], due: &[Due]) -> String {
    let due = due.iter().map(|it| {
        json!({ "kind": it.kind, "record": it.place.record, "called": it.called, "since": it.since, "held": it.held })
    });
    let rules = rules.iter().map(|it| json!({ "kind": it.kind, "years": it.years }));
    format!("{:#}", json!({ "rules": rules.collect::<Vec<_>>(), "due": due.collect::<Vec<_>>() }))
}
