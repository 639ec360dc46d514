//! The usual order of a board's business: the agenda that a new board begins with, and where a new item goes.

use crate::{
    agenda_item::{AgendaItem, ItemKind, Purpose, TemplateLine},
    running_clock::Speaker,
};

/// The title of an item that takes the name of its meeting's theme.
pub const THEME: &str = "Theme of the meeting";

/// The board's usual order, as items to begin an agenda with. Public questions only where the public may come.
pub fn usual_order(in_public: bool) -> Vec<TemplateLine> {
    use ItemKind as K;
    let line =
        |title: &str, kind, purpose, presenting_minutes, discussing_minutes, presented_by| TemplateLine {
            title: title.into(),
            kind,
            purpose,
            presenting_minutes,
            discussing_minutes,
            presented_by,
            lead_words: String::new(),
        };
    let mut lines = vec![
        line("Welcome and apologies", K::Welcome, Purpose::Business, 0, 3, Speaker::Councillor),
        line("Declarations of interest", K::Interests, Purpose::Business, 0, 2, Speaker::Councillor),
        line("Minutes of the last meeting", K::LastMinutes, Purpose::Business, 0, 3, Speaker::Councillor),
    ];
    if in_public {
        lines.push(line("Public questions", K::PublicQuestions, Purpose::Listen, 0, 5, Speaker::Councillor));
    }
    lines.extend([
        line("What children told us", K::ChildrenTold, Purpose::Listen, 10, 20, Speaker::YoungPeople),
        line(THEME, K::Theme, Purpose::Lead, 10, 25, Speaker::Officer),
        line("Our promises", K::Promise, Purpose::Check, 5, 20, Speaker::Officer),
        line("Actions", K::Actions, Purpose::Check, 0, 10, Speaker::Officer),
        line("Work programme", K::WorkProgramme, Purpose::Decide, 0, 5, Speaker::Councillor),
    ]);
    lines
}

/// Where an item stands in a proposed agenda: children first, reports after them, private items last.
pub fn place(item: &AgendaItem) -> u8 {
    if item.access.is_open() { place_of(item.kind, item.presented_by) } else { 12 }
}

/// [`place`] by kind and by who speaks, for an item that is open. What young people's groups bring comes with what
/// children told; what other groups bring, with the reports.
pub fn place_of(kind: ItemKind, speaker: Speaker) -> u8 {
    match kind {
        ItemKind::FromGroup => {
            if speaker == Speaker::YoungPeople {
                2
            } else {
                6
            }
        }
        ItemKind::Election | ItemKind::Welcome => 0,
        ItemKind::Interests => 1,
        ItemKind::ChildrenTold => 2,
        ItemKind::PublicQuestions => 3,
        ItemKind::Promise => 4,
        ItemKind::Theme => 5,
        ItemKind::Report => 6,
        ItemKind::Actions => 7,
        ItemKind::LastMinutes => 8,
        ItemKind::WorkProgramme => 9,
        ItemKind::Other => 10,
        ItemKind::Exclusion => 11,
    }
}

/// At which index a new item goes into a list: behind the last one that may come before it, but never behind the
/// resolution to exclude the public or a private item when it is open itself.
pub fn index_for(new: &AgendaItem, items: &[AgendaItem]) -> usize {
    let wanted = place(new);
    let private_from = items.iter().position(|item| place(item) >= 11).unwrap_or(items.len());
    let within = if wanted < 11 { private_from } else { items.len() };
    items.iter().take(within).rposition(|item| place(item) <= wanted).map_or(0, |index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        access::{Access, AccessKind},
        agenda_item::tests::item,
    };

    fn kinds(items: &[AgendaItem]) -> Vec<ItemKind> {
        items.iter().map(|item| item.kind).collect()
    }

    #[test]
    fn the_usual_order_keeps_public_questions_for_the_public() {
        let has = |lines: Vec<TemplateLine>| lines.iter().any(|line| line.kind == ItemKind::PublicQuestions);
        assert!(has(usual_order(true)) && !has(usual_order(false)));
    }

    #[test]
    fn items_find_their_places_children_first() {
        use ItemKind as K;
        let mut items = vec![];
        for kind in
            [K::Actions, K::Promise, K::LastMinutes, K::ChildrenTold, K::Welcome, K::Theme, K::Promise]
        {
            let new = item(kind);
            items.insert(index_for(&new, &items), new);
        }
        assert_eq!(
            kinds(&items),
            [K::Welcome, K::ChildrenTold, K::Promise, K::Promise, K::Theme, K::Actions, K::LastMinutes]
        );
    }

    #[test]
    fn an_open_item_never_goes_behind_the_private_ones() {
        let access = Access { access: AccessKind::Exempt, paragraphs: vec![1], access_reason: "x".into() };
        let private = AgendaItem { access, ..item(ItemKind::Welcome) };
        let items = [item(ItemKind::Report), item(ItemKind::Exclusion), private.clone()];
        assert_eq!(index_for(&item(ItemKind::Other), &items), 1);
        assert_eq!(index_for(&private, &items), 3);
    }
}
