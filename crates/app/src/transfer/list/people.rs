use chrono::NaiveDate;
use pledgeboard_domain::{ChampionKind, Person};

use super::{Row, row, theme_of};
use crate::transfer::Records;

pub(super) fn rows(all: &Records, today: NaiveDate, everyone: bool) -> Vec<Row> {
    let mut rows = vec![];
    // In the order of the seats, then those without one.
    let seat_of = |person: &Person| {
        all.seats.iter().find(|seat| {
            all.terms
                .iter()
                .any(|term| term.seat_id == seat.id && term.person_id == person.id && term.holds_on(today))
        })
    };
    let mut people: Vec<_> = all.people.iter().map(|it| (seat_of(it), it)).collect();
    people.sort_by_key(|(seat, person)| (seat.is_none(), seat.map(|it| it.position), person.name.clone()));
    for (seat, it) in people {
        if seat.is_none() && !everyone {
            continue;
        }
        let links = |kind: ChampionKind| -> Vec<&str> {
            all.assignments
                .iter()
                .filter(|link| link.person_id == it.id && link.kind == kind && link.holds_on(today))
                .filter_map(|link| theme_of(all, link.theme_id))
                .collect()
        };
        rows.push(row! {
            "name": it.printed_name(),
            "organisation": it.organisation,
            "job": it.job,
            "roles": it.roles,
            "seat": seat.map(|seat| seat.name.as_str()),
            "counts_for_quorum": seat.is_some_and(|seat| seat.counts_for_quorum),
            "link_champion_of": links(ChampionKind::LinkChampion),
            "officer_champion_of": links(ChampionKind::OfficerChampion),
            "left_on": it.left_on,
        });
    }
    rows
}
