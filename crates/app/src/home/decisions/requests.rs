//! What groups asked for and the board owes: an agenda, or an answer now that the meeting was held.

use pledgeboard_domain::{Group, wording};
use pledgeboard_store::Reading;

use super::ToDecide;
use crate::{
    error::Outcome,
    groups::requests,
    home::{capital, counted, scene::Scene},
};

pub(super) async fn decisions(read: &mut Reading, scene: &Scene) -> Outcome<Option<ToDecide>> {
    let mut owed = requests::unanswered(read).await?;
    owed.retain(|(request, taken)| request.is_owed(*taken));
    let Some((oldest, _)) = owed.iter().min_by_key(|(request, _)| (request.asked_on, request.id)) else {
        return Ok(None);
    };
    let group = read.get::<Group>(oldest.group_id).await?.map(|it| it.name).unwrap_or_default();
    let waited = match wording::waited(oldest.asked_on, scene.today).as_str() {
        "today" => "since today".to_owned(),
        time => time.to_owned(),
    };
    let one_group = owed.iter().all(|(request, _)| request.group_id == oldest.group_id);
    let (waits, longest) = match owed.len() {
        1 => ("waits", "It has waited"),
        _ => ("wait", "The longest has waited"),
    };
    Ok(Some(ToDecide {
        title: capital(&match one_group {
            true => {
                format!("{} of {group} {waits} for an answer", counted(owed.len(), "request", "requests"))
            }
            false => {
                format!("{} of groups {waits} for an answer", counted(owed.len(), "request", "requests"))
            }
        }),
        detail: match one_group {
            true => format!("{longest} {waited}."),
            false => format!("{longest} {waited}: {group}."),
        },
        days: scene.next().map(|meeting| super::days_to_change(scene, meeting)),
        act: "See what they ask".into(),
        href: match one_group {
            true => format!("/board/groups/{}", oldest.group_id),
            false => "/board/groups".into(),
        },
        promises: vec![],
    }))
}
