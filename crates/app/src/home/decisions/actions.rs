//! Actions that were overdue at two meetings and that nobody has escalated (domain rule 4).

use chrono::NaiveDate;
use pledgeboard_domain::{Action, Escalation, action::overdue_at_two_meetings, wording};
use pledgeboard_store::Reading;

use super::ToDecide;
use crate::{
    error::Outcome,
    home::{capital, counted, scene::Scene},
};

/// Overdue at two meetings, and not escalated.
pub(in crate::home) async fn to_escalate(read: &mut Reading, scene: &Scene) -> Outcome<Vec<Action>> {
    let held: Vec<NaiveDate> =
        scene.meetings.iter().filter(|it| it.state.was_held()).map(|it| it.date).collect();
    let escalated: Vec<Escalation> = read.all().await?;
    let mut actions: Vec<Action> = read.find("t.state = 'open'", &[]).await?;
    actions.retain(|action| {
        overdue_at_two_meetings(action, &held) && !escalated.iter().any(|it| it.action_id == Some(action.id))
    });
    Ok(actions)
}

pub(super) async fn decisions(read: &mut Reading, scene: &Scene) -> Outcome<Option<ToDecide>> {
    let actions = to_escalate(read, scene).await?;
    if actions.is_empty() {
        return Ok(None);
    }
    let references: Vec<&str> = actions.iter().map(|action| action.reference.as_str()).collect();
    let was = if actions.len() == 1 { "was" } else { "were" };
    let title = format!("{} {was} overdue at two meetings", counted(actions.len(), "action", "actions"));
    Ok(Some(ToDecide {
        title: capital(&title),
        detail: format!("{}. Take to the lead member?", wording::list(&references)),
        days: scene.next().map(|meeting| scene.days_to(meeting.date)),
        act: "See actions".into(),
        href: "/actions?overdue=1".into(),
        promises: vec![],
    }))
}
