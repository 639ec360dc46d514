//! The shape of a meeting: who talks, when children are heard, how much there is to read. Advice in plain sentences, and
//! never a block.

use serde::{Deserialize, Serialize};

use crate::{
    agenda_item::AgendaItem,
    id::AgendaItemId,
    readiness::children_speak,
    running_clock::{PurposeMinutes, RunningClock},
    wording,
};

/// Officers presenting for more than this share of a meeting, in per cent, leaves the board too little of it.
const TOO_MUCH: u32 = 33;
/// Children should have spoken by this place: behind welcome, interests, minutes and public questions.
const EARLY: usize = 5;

/// What is told of a meeting before it is held. Lengths are in minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Shape {
    pub total: u32,
    pub by_purpose: Vec<PurposeMinutes>,
    pub officers_presenting: u32,
    /// Partners, councillors and young people presenting.
    pub others_presenting: u32,
    pub discussing: u32,
    /// At which place children and young people first speak, from 1; none where they do not.
    pub children_speak: Option<u32>,
    /// Of all papers together.
    pub pages: i64,
    /// What the board wants to read for one meeting at most; none where it set no limit.
    pub pages_limit: Option<i64>,
    pub advice: Vec<ShapeAdvice>,
}

/// What is so, and what could be done about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShapeAdvice {
    /// "78 of 120 minutes is officer presentation."
    pub words: String,
    /// "Children speak at item 9. Move them up?"
    pub ask: String,
    /// The item to look at, where it is about one.
    pub item_id: Option<AgendaItemId>,
}

/// `items`: those that stand, in order; `pages`: of all their papers together.
pub fn shape(items: &[AgendaItem], clock: &RunningClock, pages: i64, pages_limit: Option<i64>) -> Shape {
    let speak = children_speak(items);
    let mut advice = vec![];
    let mut asked_to_move = false;
    if clock.officers_share > TOO_MUCH {
        let (ask, item_id) = about_children(items, speak);
        asked_to_move = speak.is_none_or(|place| place > EARLY);
        advice.push(ShapeAdvice {
            words: format!(
                "{} of {} minutes is officer presentation.",
                clock.officers_presenting, clock.total
            ),
            ask,
            item_id,
        });
    } else if clock.presenting > clock.discussing {
        advice.push(ShapeAdvice {
            words: format!(
                "People present for {} of {} minutes, and the board talks for {}.",
                clock.presenting, clock.total, clock.discussing
            ),
            ask: "Leave more time to talk?".into(),
            item_id: None,
        });
    }
    if !items.is_empty() && !asked_to_move {
        advice.extend(children_late(items, speak));
    }
    advice.extend(too_many_pages(pages, pages_limit));
    Shape {
        total: clock.total,
        by_purpose: clock.by_purpose.clone(),
        officers_presenting: clock.officers_presenting,
        others_presenting: clock.presenting.saturating_sub(clock.officers_presenting),
        discussing: clock.discussing,
        children_speak: speak.and_then(|place| u32::try_from(place).ok()),
        pages,
        pages_limit,
        advice,
    }
}

fn about_children(items: &[AgendaItem], speak: Option<usize>) -> (String, Option<AgendaItemId>) {
    let Some(place) = speak else {
        return ("Children do not speak at all. Give them an item?".into(), None);
    };
    let id = items.get(place - 1).map(|item| item.id);
    let what = if place > EARLY { "Move them up?" } else { "Leave more time to talk?" };
    (format!("Children speak at item {place}. {what}"), id)
}

fn children_late(items: &[AgendaItem], speak: Option<usize>) -> Option<ShapeAdvice> {
    match speak {
        None => Some(ShapeAdvice {
            words: "Children do not speak at this meeting.".into(),
            ask: "Give them an item?".into(),
            item_id: None,
        }),
        Some(place) if place > EARLY => Some(ShapeAdvice {
            words: format!("Children speak at item {place}."),
            ask: "Move them up?".into(),
            item_id: items.get(place - 1).map(|item| item.id),
        }),
        Some(_) => None,
    }
}

fn too_many_pages(pages: i64, limit: Option<i64>) -> Option<ShapeAdvice> {
    let limit = limit.filter(|limit| pages > *limit)?;
    Some(ShapeAdvice {
        words: format!(
            "The papers have {}. The board asked for {limit} at most.",
            wording::count(pages.unsigned_abs(), "page", "pages")
        ),
        ask: "Ask for shorter ones?".into(),
        item_id: None,
    })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::{
        agenda_item::{ItemKind, tests::item},
        running_clock::{Speaker, running_clock},
    };

    fn slot(n: u128, kind: ItemKind, by: Speaker, presenting: i64, discussing: i64) -> AgendaItem {
        AgendaItem {
            id: Uuid::from_u128(n).into(),
            presented_by: by,
            presenting_minutes: presenting,
            discussing_minutes: discussing,
            ..item(kind)
        }
    }

    fn seen(items: &[AgendaItem], pages: i64, limit: Option<i64>) -> Shape {
        let slots: Vec<_> = items.iter().map(AgendaItem::slot).collect();
        let starts = NaiveTime::from_hms_opt(17, 30, 0).unwrap();
        shape(items, &running_clock(starts, None, &slots), pages, limit)
    }

    fn says(shape: &Shape) -> Vec<String> {
        shape.advice.iter().map(|it| format!("{} {}", it.words, it.ask)).collect()
    }

    #[test]
    fn officers_who_present_most_of_the_evening_are_told_with_where_children_speak() {
        let mut items: Vec<AgendaItem> =
            (1..=8).map(|n| slot(n, ItemKind::Report, Speaker::Officer, 9, 4)).collect();
        items.push(slot(9, ItemKind::ChildrenTold, Speaker::YoungPeople, 4, 6));
        let shape = seen(&items, 0, None);
        assert_eq!(
            says(&shape),
            ["72 of 114 minutes is officer presentation. Children speak at item 9. Move them up?"]
        );
        assert_eq!(shape.advice[0].item_id, Some(Uuid::from_u128(9).into()));
        assert_eq!((shape.officers_presenting, shape.others_presenting, shape.discussing), (72, 4, 38));
    }

    #[test]
    fn children_who_speak_late_or_never_are_told_without_officers_too() {
        let business = |n| slot(n, ItemKind::Other, Speaker::Councillor, 0, 10);
        let mut items: Vec<AgendaItem> = (1..=5).map(business).collect();
        assert_eq!(
            says(&seen(&items, 0, None)),
            ["Children do not speak at this meeting. Give them an item?"]
        );
        items.push(slot(6, ItemKind::ChildrenTold, Speaker::YoungPeople, 5, 10));
        assert_eq!(says(&seen(&items, 0, None)), ["Children speak at item 6. Move them up?"]);
        items.rotate_right(1);
        assert_eq!(says(&seen(&items, 0, None)), Vec::<String>::new());
    }

    #[test]
    fn pages_are_told_against_the_boards_own_limit_and_not_without_one() {
        let items = [slot(1, ItemKind::ChildrenTold, Speaker::YoungPeople, 5, 10)];
        assert_eq!(
            says(&seen(&items, 184, Some(100))),
            ["The papers have 184 pages. The board asked for 100 at most. Ask for shorter ones?"]
        );
        assert!(says(&seen(&items, 100, Some(100))).is_empty() && says(&seen(&items, 900, None)).is_empty());
    }

    #[test]
    fn an_empty_agenda_gets_no_advice() {
        assert_eq!(seen(&[], 0, Some(100)).advice, []);
    }

    proptest! {
        #[test]
        fn every_minute_is_somebodys(parts in proptest::collection::vec((0..60i64, 0..60i64, 0..4usize), 0..15)) {
            let items: Vec<AgendaItem> = (1u128..)
                .zip(parts)
                .map(|(n, (p, d, by))| slot(n, ItemKind::Other, Speaker::ALL[by], p, d))
                .collect();
            let shape = seen(&items, 0, None);
            prop_assert_eq!(shape.officers_presenting + shape.others_presenting + shape.discussing, shape.total);
            prop_assert_eq!(shape.by_purpose.iter().map(|it| it.minutes).sum::<u32>(), shape.total);
        }
    }
}
