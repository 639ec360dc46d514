//! What a board calls its promises: "promises", "pledges", "the offer", in the forms that a sentence needs.

use crate::board::Board;

/// The noun for one and for several, without an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseWords {
    /// "pledge".
    pub one: String,
    /// "pledges".
    pub many: String,
}

impl PromiseWords {
    /// From what the board wrote: "promises", "the Pledge", "Our commitments to you".
    pub fn of(called: &str) -> Self {
        let words = called.trim().to_lowercase();
        let bare = ["the ", "our ", "my ", "a ", "an "]
            .iter()
            .find_map(|article| words.strip_prefix(article))
            .unwrap_or(&words)
            .trim();
        if bare.is_empty() {
            return Self::of("promises");
        }
        // "pledges to children": it is the pledge that there are several of.
        let end = [" to ", " for ", " of ", " with "].iter().filter_map(|word| bare.find(word)).min();
        let (noun, rest) = bare.split_at(end.unwrap_or(bare.len()));
        let (one, many) = forms(noun);
        Self { one: one + rest, many: many + rest }
    }

    /// "Pledge".
    pub fn one_capital(&self) -> String {
        capital(&self.one)
    }

    /// "Pledges".
    pub fn many_capital(&self) -> String {
        capital(&self.many)
    }

    /// Whether it is the word that everybody knows.
    pub fn is_plain(&self) -> bool {
        self.one == "promise"
    }
}

impl Board {
    /// What this board calls its promises.
    pub fn promise_words(&self) -> PromiseWords {
        PromiseWords::of(&self.promises_called)
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The noun as one and as several, whichever of them was written.
fn forms(noun: &str) -> (String, String) {
    if noun.ends_with('s') && !noun.ends_with("ss") {
        return (singular(noun), noun.to_owned());
    }
    (noun.to_owned(), plural(noun))
}

fn singular(many: &str) -> String {
    if let Some(stem) = many.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let hisses = ["sses", "shes", "ches", "xes"].iter().any(|end| many.ends_with(end));
    let ending = if hisses { "es" } else { "s" };
    many.strip_suffix(ending).unwrap_or(many).to_owned()
}

fn plural(one: &str) -> String {
    let consonant_y =
        one.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']) && !stem.is_empty());
    if let Some(stem) = consonant_y {
        return format!("{stem}ies");
    }
    let hisses = ["s", "sh", "ch", "x"].iter().any(|end| one.ends_with(end));
    format!("{one}{}", if hisses { "es" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_form_gives_both() {
        for (called, one, many) in [
            ("promises", "promise", "promises"),
            ("Promise", "promise", "promises"),
            ("pledges", "pledge", "pledges"),
            ("the Pledge", "pledge", "pledges"),
            ("our offer", "offer", "offers"),
            ("Our Priorities", "priority", "priorities"),
            ("Wishes", "wish", "wishes"),
            ("commitments to you", "commitment to you", "commitments to you"),
            ("  ", "promise", "promises"),
            ("é", "é", "és"),
        ] {
            let words = PromiseWords::of(called);
            assert_eq!((words.one.as_str(), words.many.as_str()), (one, many), "{called}");
        }
    }

    #[test]
    fn a_sentence_begins_with_a_capital() {
        let words = PromiseWords::of("the pledge");
        assert_eq!((words.one_capital().as_str(), words.many_capital().as_str()), ("Pledge", "Pledges"));
        assert!(!words.is_plain() && PromiseWords::of("promises").is_plain());
    }
}
