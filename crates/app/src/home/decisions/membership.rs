//! Themes without a Link Champion, and seats without anybody in them (domain rule 8).

use pledgeboard_domain::{
    ChampionKind, Seat, TermOfOffice, Theme,
    membership::{empty_seats, without_link_champion},
    wording,
};
use pledgeboard_store::Reading;

use super::ToDecide;
use crate::{
    error::Outcome,
    home::{capital, counted, scene::Scene},
};

pub(super) async fn decisions(read: &mut Reading, scene: &Scene) -> Outcome<Vec<ToDecide>> {
    let mut found = vec![];
    if scene.board.champions_required {
        let gaps = without_link_champion(scene.today, &scene.themes, &scene.assignments);
        if let [first, ..] = gaps.as_slice() {
            found.push(ToDecide {
                title: match gaps.len() {
                    1 => format!("“{}” has no Link Champion", first.name),
                    n => capital(&format!("{} have no Link Champion", counted(n, "theme", "themes"))),
                },
                detail: match gaps.len() {
                    1 => last_link(scene, first),
                    _ => wording::list(&gaps.iter().map(|it| format!("“{}”", it.name)).collect::<Vec<_>>()),
                },
                days: scene.next().map(|meeting| scene.days_to(meeting.date)),
                act: "Assign".into(),
                href: "/board/themes".into(),
                promises: vec![],
            });
        }
    }
    let (seats, terms) = (read.all::<Seat>().await?, read.all::<TermOfOffice>().await?);
    let empty = empty_seats(scene.today, &seats, &terms);
    if let [first, ..] = empty.as_slice() {
        found.push(ToDecide {
            title: match empty.len() {
                1 => format!("The seat “{}” on the board is empty", first.name),
                n => capital(&format!("{} on the board are empty", counted(n, "seat", "seats"))),
            },
            detail: match empty.len() {
                1 => last_term(scene, first, &terms),
                _ => wording::list(&empty.iter().map(|it| it.name.as_str()).collect::<Vec<_>>()),
            },
            days: None,
            act: "See board".into(),
            href: "/board".into(),
            promises: vec![],
        });
    }
    Ok(found)
}

/// "since Cllr Price ended it on 14 October".
fn last_link(scene: &Scene, theme: &Theme) -> String {
    let past = scene
        .assignments
        .iter()
        .filter(|it| it.theme_id == theme.id && it.kind == ChampionKind::LinkChampion);
    let last = past.filter_map(|it| Some((it.to?, it.person_id))).max_by_key(|(to, _)| *to);
    match last.and_then(|(to, person)| Some((to, scene.name_of(Some(person))?))) {
        Some((to, name)) => format!("{name} linked to it until {}", wording::near_date(to, scene.today)),
        None => "Nobody has linked to it yet.".into(),
    }
}

fn last_term(scene: &Scene, seat: &Seat, terms: &[TermOfOffice]) -> String {
    let past = terms.iter().filter(|it| it.seat_id == seat.id);
    let last = past.filter_map(|it| Some((it.to?, it.person_id))).max_by_key(|(to, _)| *to);
    match last.and_then(|(to, person)| Some((to, scene.name_of(Some(person))?))) {
        Some((to, name)) => format!("{name} sat there until {}", wording::near_date(to, scene.today)),
        None => "Nobody has sat there yet.".into(),
    }
}
