//! Promises whose turn it is to be looked at again: what reminds the chair, those who look, and whoever chases them.

use pledgeboard_domain::{
    Check, Lens, Review, ReviewRecords, ReviewState,
    half_term::recent,
    id::{PersonId, PromiseId},
    review::{reviews_due, who},
    wording,
};
use pledgeboard_store::{Arg, Reading};
use serde::Serialize;

use super::{capital, counted, decisions::ToDecide, scene::Scene};
use crate::{error::Outcome, promises::current};

/// One promise to look at through one lens.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReviewLine {
    pub promise_id: PromiseId,
    pub number: i64,
    pub title: String,
    pub lens: Lens,
    /// "Officers", "Link Champion".
    pub who: &'static str,
    /// Who of them, by name; empty where nobody is named.
    pub names: String,
    /// "by Friday 18 December 2026", "late since …".
    pub when: String,
    pub state: ReviewState,
}

/// A promise is looked at every twelve half-terms at the least: what was seen before that moves no day.
const LOOKED_BACK: usize = 14;

/// The checks that can move a day of the rhythm, or still be opinions.
pub(super) async fn looks_back(read: &mut Reading, scene: &Scene) -> Outcome<Vec<Check>> {
    match recent(LOOKED_BACK, scene.today, &scene.half_terms).last() {
        Some(first) => Ok(read.find("t.\"on\" >= $1", &[Arg::Date(first.starts)]).await?),
        None => Ok(read.all().await?),
    }
}

/// Every look that is due or late.
pub(super) async fn due(read: &mut Reading, scene: &Scene) -> Outcome<Vec<Review>> {
    let promises = current(read, scene.today).await?;
    let checks = looks_back(read, scene).await?;
    Ok(reviews_due(
        scene.today,
        ReviewRecords {
            promises: &promises,
            checks: &checks,
            half_terms: &scene.half_terms,
            assignments: &scene.assignments,
            people: &scene.people,
        },
    ))
}

/// Those of one person, or of everybody.
pub(super) async fn lines(
    read: &mut Reading,
    scene: &Scene,
    of: Option<PersonId>,
) -> Outcome<Vec<ReviewLine>> {
    let due = due(read, scene).await?;
    let own = due.into_iter().filter(|it| of.is_none_or(|person| it.people.contains(&person)));
    Ok(own
        .map(|it| {
            let names: Vec<String> = it.people.iter().filter_map(|id| scene.name_of(Some(*id))).collect();
            ReviewLine {
                promise_id: it.promise_id,
                number: it.number,
                lens: it.lens,
                who: who(it.lens),
                names: wording::list(&names),
                when: it.when(),
                state: it.state,
                title: it.title,
            }
        })
        .collect())
}

/// For the chair: promises that somebody should have looked at by now.
pub(super) async fn decision(read: &mut Reading, scene: &Scene) -> Outcome<Option<ToDecide>> {
    let mut late = due(read, scene).await?;
    late.retain(|it| it.state == ReviewState::Late);
    let Some(first) = late.first() else { return Ok(None) };
    let mut promises: Vec<i64> = late.iter().map(|it| it.number).collect();
    promises.sort_unstable();
    promises.dedup();
    let one = promises.len() == 1;
    Ok(Some(ToDecide {
        title: if one {
            format!("Nobody looked at promise {} when it was due", first.number)
        } else {
            capital(&format!(
                "{} were not looked at when they were due",
                counted(promises.len(), "", "promises")
            ))
        },
        detail: if one {
            format!("{}.", late.iter().map(Review::words).collect::<Vec<_>>().join("; "))
        } else {
            format!("The longest due: promise {}, {}.", first.number, first.words())
        },
        days: first.by.map(|by| scene.days_to(by)),
        act: "See them".into(),
        href: "/promises?due=1".into(),
        promises: vec![],
    }))
}
