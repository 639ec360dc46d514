//! Short words on coloured grounds: purposes, ratings, states.

use pledgeboard_domain::{Access, Action, ActionState, Purpose, Rating, Score};

use super::capitalised;
use crate::block::{Inline, Tone};

pub fn purpose(purpose: Purpose) -> Inline {
    let tone = match purpose {
        Purpose::Listen => Tone::Plum,
        Purpose::Lead => Tone::Teal,
        Purpose::Check => Tone::Sun,
        Purpose::Decide => Tone::Leaf,
        Purpose::Note | Purpose::Business => Tone::Soft,
    };
    Inline::pill(capitalised(purpose.words()), tone)
}

pub fn rating(rating: Rating) -> Inline {
    let tone = match rating {
        Rating::Kept => Tone::Leaf,
        Rating::GettingThere => Tone::Sun,
        Rating::NotYet => Tone::Coral,
        Rating::CannotTell => Tone::Soft,
    };
    Inline::pill(capitalised(&rating.words().replace('\'', "’")), tone)
}

/// How far a statement is true; none for one that nobody has judged.
pub fn score(score: Option<Score>) -> Inline {
    let Some(score) = score else { return Inline::pill("Not judged", Tone::Soft) };
    let tone = match score {
        Score::NotYet => Tone::Coral,
        Score::Begun => Tone::Sun,
        Score::Mostly => Tone::Teal,
        Score::True => Tone::Leaf,
    };
    Inline::pill(capitalised(score.words()), tone)
}

pub fn state(action: &Action, today: chrono::NaiveDate) -> Inline {
    if action.is_overdue(today) {
        return Inline::pill("Overdue", Tone::Coral);
    }
    let tone = match action.state {
        ActionState::Open => Tone::Teal,
        ActionState::Done => Tone::Sun,
        ActionState::Closed => Tone::Leaf,
        ActionState::Withdrawn => Tone::Soft,
    };
    let words = if action.state == ActionState::Done { "done" } else { action.state.words() };
    Inline::pill(capitalised(words), tone)
}

/// How an item that is not open is marked.
pub fn access(access: &Access) -> Option<Inline> {
    access.marking().map(|marking| Inline::pill(marking, Tone::Coral))
}
