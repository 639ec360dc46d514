//! Which theme words may belong to: guessed from the board's own keywords, and always for a person to change.

use std::collections::BTreeSet;

use crate::id::ThemeId;

/// A guess, with the words that led to it, as they stand in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    pub theme_id: ThemeId,
    pub because: Vec<String>,
}

/// The theme whose keywords fit most of `words`; none when no keyword fits. Of two that fit as well, the `usual` one
/// (the event's own theme) is taken, else the first.
#[must_use]
pub fn guess<'a>(
    words: &str,
    themes: impl IntoIterator<Item = (ThemeId, &'a [String])>,
    usual: Option<ThemeId>,
) -> Option<Guess> {
    let said: Vec<&str> = tokens(words).collect();
    let lower: Vec<String> = said.iter().map(|word| word.to_lowercase()).collect();
    let mut best: Option<(usize, bool, Guess)> = None;
    for (theme_id, keywords) in themes {
        let hits: BTreeSet<usize> = keywords.iter().flat_map(|keyword| places(&lower, keyword)).collect();
        let is_usual = usual == Some(theme_id);
        let better = match &best {
            None => !hits.is_empty(),
            Some((most, held, _)) => (hits.len(), is_usual) > (*most, *held),
        };
        if better {
            let because = hits.iter().map(|at| said[*at].to_owned()).collect();
            best = Some((hits.len(), is_usual, Guess { theme_id, because }));
        }
    }
    best.map(|(_, _, guess)| guess)
}

fn tokens(words: &str) -> impl Iterator<Item = &str> {
    words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Which words a keyword of one or more words stands at.
fn places(said: &[String], keyword: &str) -> Vec<usize> {
    let keyword: Vec<String> = tokens(keyword).map(str::to_lowercase).collect();
    let Some((last, before)) = keyword.split_last() else { return vec![] };
    (0..(said.len() + 1).saturating_sub(keyword.len()))
        .filter(|at| said[*at..at + before.len()] == *before && is_form_of(&said[at + before.len()], last))
        .flat_map(|at| at..at + keyword.len())
        .collect()
}

/// An ending this long is another word: "pack" fits "packing", and "care" not "scared" or "caretaker".
const LONGEST_ENDING: usize = 3;
/// A keyword this short fits whole words alone: "PA" fits no "paper".
const SHORT: usize = 3;

fn is_form_of(word: &str, keyword: &str) -> bool {
    word == keyword
        || keyword.chars().count() > SHORT
            && word.strip_prefix(keyword).is_some_and(|ending| ending.chars().count() <= LONGEST_ENDING)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn id(n: u128) -> ThemeId {
        ThemeId(Uuid::from_u128(n))
    }

    fn guessed(words: &str, usual: Option<ThemeId>) -> Option<(ThemeId, String)> {
        let home = ["move", "moved", "placement"].map(str::to_owned);
        let call = ["social worker", "PA", "ring"].map(str::to_owned);
        let school = ["school", "teacher", "care"].map(str::to_owned);
        let themes = [(id(1), &home[..]), (id(2), &call[..]), (id(3), &school[..])];
        guess(words, themes, usual).map(|it| (it.theme_id, it.because.join(" ")))
    }

    #[test]
    fn the_words_that_led_to_a_guess_are_told_as_they_were_said() {
        assert_eq!(guessed("I MOVED three times.", None), Some((id(1), "MOVED".into())));
        assert_eq!(guessed("My Social Worker rings.", None), Some((id(2), "Social Worker rings".into())));
        assert_eq!(guessed("The pizza was nice.", None), None);
        assert_eq!(guessed("", None), None);
    }

    #[test]
    fn a_keyword_fits_words_and_their_endings_but_not_the_middle_of_others() {
        assert_eq!(guessed("I am scared of the paper.", None), None);
        assert_eq!(guessed("The caretaker", None), None);
        assert_eq!(guessed("Two schools", None), Some((id(3), "schools".into())));
    }

    #[test]
    fn two_forms_of_one_keyword_count_once_and_most_words_win() {
        let said = "I moved and my teacher at school";
        assert_eq!(guessed(said, None), Some((id(3), "teacher school".into())));
    }

    #[test]
    fn of_two_that_fit_as_well_the_events_own_theme_is_taken_else_the_first() {
        let said = "I moved school";
        assert_eq!(guessed(said, None).map(|it| it.0), Some(id(1)));
        assert_eq!(guessed(said, Some(id(3))).map(|it| it.0), Some(id(3)));
        assert_eq!(guessed(said, Some(id(2))).map(|it| it.0), Some(id(1)), "the usual one must fit too");
    }

    proptest! {
        #[test]
        fn any_words_and_any_keywords_can_be_looked_at(words: String, keywords: Vec<String>) {
            let found = guess(&words, [(id(1), &keywords[..])], None);
            if let Some(found) = found {
                prop_assert!(found.because.iter().all(|it| words.contains(it)));
            }
        }
    }
}
