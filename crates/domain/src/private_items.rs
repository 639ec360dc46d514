//! What may not be public on an agenda: its resolution, and its place behind everything that is open.

use crate::{
    access::{Access, AccessKind},
    agenda_item::{AgendaItem, ItemKind, Purpose, TemplateLine},
    board::Standing,
    exclusion,
    running_clock::Speaker,
};

/// What the public reads of an item that is not for them, until somebody words it.
pub const TITLE_UNTIL_THEN: &str = "A topic that is not for the public";

/// The access of an item that is not for the public, before somebody says why: it cannot be published like this.
pub fn until_somebody_says_why(standing: Standing) -> Access {
    let access = match standing {
        Standing::StatutoryCommittee => AccessKind::Exempt,
        Standing::NonStatutoryBoard => AccessKind::Restricted,
    };
    Access { access, paragraphs: vec![], access_reason: String::new() }
}

/// The title under which the resolution to exclude the public stands on an agenda.
pub fn title(standing: Standing) -> &'static str {
    match standing {
        Standing::StatutoryCommittee => "Exclusion of the public",
        Standing::NonStatutoryBoard => "Moving into private",
    }
}

/// What the resolution says of these items, by their numbers; empty when every item is open or withdrawn.
pub fn resolution(items: &[AgendaItem]) -> String {
    let live = items.iter().filter(|item| !item.is_withdrawn() && item.kind != ItemKind::Exclusion);
    let named: Vec<_> = live.map(|item| (item.number.clone(), item.access.clone())).collect();
    exclusion::resolution(&named).unwrap_or_default()
}

/// Whether these items need a resolution: confidential ones alone do not.
pub fn need_a_resolution(items: &[AgendaItem]) -> bool {
    items.iter().any(|item| {
        matches!(item.access.access, AccessKind::Exempt | AccessKind::Restricted) && !item.is_withdrawn()
    })
}

/// Whether these items need a resolution and no item is there to move it.
pub fn lack_a_resolution(items: &[AgendaItem]) -> bool {
    need_a_resolution(items)
        && !items.iter().any(|item| item.kind == ItemKind::Exclusion && !item.is_withdrawn())
}

/// The item at which the chair moves the resolution.
pub fn exclusion_line(standing: Standing) -> TemplateLine {
    TemplateLine {
        title: title(standing).into(),
        kind: ItemKind::Exclusion,
        purpose: Purpose::Business,
        presenting_minutes: 0,
        discussing_minutes: 1,
        presented_by: Speaker::Councillor,
        lead_words: String::new(),
    }
}

/// Whether the resolution stands where it must: before every item that needs it, and those last of all.
pub fn are_in_order(items: &[AgendaItem]) -> bool {
    let live = || items.iter().filter(|item| !item.is_withdrawn());
    let Some(first) = live().position(|item| !item.access.is_open()) else { return true };
    let resolved = live().take(first).any(|item| item.kind == ItemKind::Exclusion);
    (resolved || !need_a_resolution(items)) && live().skip(first).all(|item| !item.access.is_open())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda_item::tests::item;

    fn private(number: &str, kind: AccessKind, paragraphs: &[u8]) -> AgendaItem {
        let access = Access { access: kind, paragraphs: paragraphs.into(), access_reason: "x".into() };
        AgendaItem { number: number.into(), access, ..item(ItemKind::Report) }
    }

    #[test]
    fn the_resolution_names_what_is_private_and_not_withdrawn() {
        let gone =
            AgendaItem { withdrawn_reason: "Not ready.".into(), ..private("8", AccessKind::Exempt, &[3]) };
        let words = resolution(&[private("7", AccessKind::Exempt, &[1, 2]), gone, item(ItemKind::Other)]);
        assert!(words.contains("item 7 (paragraphs 1 and 2)") && !words.contains("item 8"), "{words}");
        assert_eq!(resolution(&[item(ItemKind::Report)]), "");
    }

    #[test]
    fn the_resolution_comes_first_and_private_items_last() {
        let exempt = || private("2", AccessKind::Exempt, &[1]);
        assert!(!are_in_order(&[exempt()]));
        assert!(are_in_order(&[item(ItemKind::Exclusion), exempt()]));
        assert!(!are_in_order(&[item(ItemKind::Exclusion), exempt(), item(ItemKind::Other)]));
        let gone = AgendaItem { withdrawn_reason: "Not ready.".into(), ..exempt() };
        assert!(are_in_order(&[gone, item(ItemKind::Other)]));
    }
}
