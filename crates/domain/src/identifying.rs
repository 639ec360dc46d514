//! Words that may tell who a child is (domain rule 6): noticed as they are typed, never blocked, because a notice
//! that is wrong now and then costs less than a name that stays.

use serde::{Deserialize, Serialize};

crate::text_enum! {
    /// What kind of words was noticed.
    IdentifyingKind {
        BoardName = "board_name" => "the name of somebody on the board",
        FullName = "full_name" => "a full name",
        Phone = "phone" => "a telephone number",
        Email = "email" => "an e-mail address",
        Address = "address" => "an address",
    }
}

impl IdentifyingKind {
    /// What stands in the text once the words are taken out.
    pub const fn instead(self) -> &'static str {
        match self {
            Self::BoardName | Self::FullName => "[name]",
            Self::Phone => "[number]",
            Self::Email => "[e-mail]",
            Self::Address => "[address]",
        }
    }
}

/// Words that may identify somebody, as they stand in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Identifying {
    pub kind: IdentifyingKind,
    pub words: String,
    /// What to put there instead: "[name]".
    pub instead: String,
}

impl Identifying {
    /// `text` with these words taken out, wherever they stand.
    #[must_use]
    pub fn taken_out_of(&self, text: &str) -> String {
        text.replace(&self.words, &self.instead)
    }
}

/// Everything in `text` that may say who somebody is. `names` are those of people on the board.
#[must_use]
pub fn identifying(text: &str, names: &[String]) -> Vec<Identifying> {
    let words: Vec<Word> = split(text);
    let mut found: Vec<Identifying> = vec![];
    let mut add = |kind, words: String| {
        let known = found.iter().any(|it: &Identifying| it.words.contains(&words));
        if !known && !words.is_empty() {
            found.push(Identifying { kind, words, instead: kind.instead().into() });
        }
    };
    board_names(text, &words, names).into_iter().for_each(|it| add(IdentifyingKind::BoardName, it));
    addresses(text, &words).into_iter().for_each(|it| add(IdentifyingKind::Address, it));
    full_names(text, &words).into_iter().for_each(|it| add(IdentifyingKind::FullName, it));
    emails(text).into_iter().for_each(|it| add(IdentifyingKind::Email, it));
    phones(text).into_iter().for_each(|it| add(IdentifyingKind::Phone, it));
    found
}

struct Word<'a> {
    text: &'a str,
    /// Where it begins in the text, in bytes.
    at: usize,
    /// The first word of a sentence has its capital from there.
    opens: bool,
    /// A full stop, comma or bracket parts it from the next word.
    ends: bool,
}

impl Word<'_> {
    fn is_capitalised(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(char::is_uppercase)
            && self.text.chars().count() > 1
            && letters.all(|c| c.is_lowercase() || c == '\'' || c == '’' || c == '-' || c.is_uppercase())
            && self.text.chars().any(char::is_lowercase)
    }

    fn may_be_a_name(&self) -> bool {
        self.is_capitalised() && !is_in(NO_NAMES, self.bare())
    }

    /// "Sarah's house" is no house of that name.
    fn owns_or_ends(&self) -> bool {
        self.ends || self.bare() != self.text
    }

    /// Without the ending of "Sarah's".
    fn bare(&self) -> &str {
        self.text.trim_end_matches("'s").trim_end_matches("’s")
    }
}

fn split(text: &str) -> Vec<Word<'_>> {
    let mut words = vec![];
    let mut opens = true;
    let mut from = 0;
    for token in text.split_whitespace() {
        let begins = from + text[from..].find(token).unwrap_or_default();
        from = begins + token.len();
        let after = token.trim_start_matches(|c: char| !c.is_alphanumeric());
        let trimmed = after.trim_end_matches(|c: char| !c.is_alphanumeric());
        if trimmed.is_empty() {
            continue;
        }
        let ends = token.ends_with(|c: char| ".,;:!?)".contains(c));
        let at = begins + (token.len() - after.len());
        words.push(Word { text: trimmed, at, opens, ends });
        opens = token.ends_with(['.', '!', '?', ':']);
    }
    words
}

fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|it| it.eq_ignore_ascii_case(word))
}

/// Words that often carry a capital and are nobody's name. Not a full list: a wrong notice does no harm.
const NO_NAMES: &str = "a after all and april as at august autumn because before being board but can care champion \
    child children christmas college council day december easter eid diwali england english every \
    everyone february feeling food for forum foster friday group have he her his home house how i \
    i'd i'm i've i’d i’m i’ve if in it it's it’s january july june leaver leavers link make march \
    may meeting meetings monday moving mum dad my night no nobody not november october of on one \
    our people pizza please saturday school schools september she social some someone spring staff \
    staying summer sunday tell term that the their then there they this thursday tuesday university \
    was we wednesday what when where who why with worker workers year yes you young your";

/// A word whose capitalised neighbours name a place and not a person: "Oak House".
const PLACES: &str = "house school college council academy centre park university street road home";

/// Two capitalised words side by side, neither parted by a stop nor a word that often carries a capital.
fn full_names(text: &str, words: &[Word]) -> Vec<String> {
    let mut found: Vec<String> = vec![];
    let mut at = 0;
    while at < words.len() {
        let mut end = at;
        while end < words.len() && words[end].may_be_a_name() {
            end += 1;
            if words[end - 1].ends {
                break;
            }
        }
        let names_a_place = words
            .get(end)
            .is_some_and(|next| !words[end.saturating_sub(1)].owns_or_ends() && is_in(PLACES, next.text));
        if end - at >= 2 && !names_a_place {
            found.extend(as_it_stands(text, &words[at..end]));
        }
        at = end.max(at + 1);
    }
    found
}

/// The words from the first to the last of a run, with what lies between, so that they can be taken out.
fn as_it_stands(text: &str, run: &[Word]) -> Option<String> {
    let (first, last) = (run.first()?, run.last()?);
    let begins = first.at;
    let ends = last.at + last.bare().len();
    text.get(begins..ends).map(str::to_owned)
}

/// The whole name of somebody on the board, or a part of it that is long enough and stands inside a sentence.
fn board_names(text: &str, words: &[Word], names: &[String]) -> Vec<String> {
    let mut found = vec![];
    for name in names {
        let parts: Vec<&str> = name.split_whitespace().collect();
        if parts.is_empty() {
            continue;
        }
        let is_whole =
            |run: &&[Word]| run.iter().zip(&parts).all(|(word, part)| word.bare().eq_ignore_ascii_case(part));
        let before = found.len();
        found.extend(words.windows(parts.len()).filter(is_whole).filter_map(|run| as_it_stands(text, run)));
        if found.len() > before {
            continue;
        }
        for part in parts {
            let named = |word: &Word| {
                word.is_capitalised()
                    && word.bare() == part
                    && word.may_be_a_name()
                    && !(word.opens && part.len() < 4)
            };
            if part.chars().count() >= 3 && words.iter().any(named) {
                found.push(part.to_owned());
            }
        }
    }
    found
}

fn emails(text: &str) -> Vec<String> {
    text.split_whitespace()
        .map(|token| token.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|token| {
            token.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.contains('@')
            })
        })
        .map(str::to_owned)
        .collect()
}

/// Ten or more digits in a row, written with or without spaces, dashes and brackets, that begin as numbers here do.
fn phones(text: &str) -> Vec<String> {
    let mut found = vec![];
    let mut run = String::new();
    for c in text.chars().chain(['\n']) {
        let belongs = c.is_ascii_digit()
            || (c == '+' && run.is_empty())
            || (!run.is_empty() && matches!(c, ' ' | '-' | '(' | ')'));
        if belongs {
            run.push(c);
            continue;
        }
        let digits = run.chars().filter(char::is_ascii_digit).count();
        if (10..=14).contains(&digits) && run.starts_with(['0', '+']) {
            found.push(run.trim().to_owned());
        }
        run.clear();
    }
    found
}

const STREETS: &str = "street st road rd avenue ave lane close drive crescent terrace gardens grove place court way \
    walk hill square";

/// A house number and a street, or a postcode.
fn addresses(text: &str, words: &[Word]) -> Vec<String> {
    let mut found = vec![];
    for (at, word) in words.iter().enumerate() {
        let is_number = word.text.starts_with(|c: char| c.is_ascii_digit())
            && word.text.len() <= 5
            && word.text.chars().all(|c| c.is_ascii_alphanumeric());
        if is_number {
            let street = words[at + 1..]
                .iter()
                .take(3)
                .take_while(|next| next.is_capitalised())
                .position(|next| is_in(STREETS, next.text));
            if let Some(last) = street.filter(|last| *last > 0) {
                found.extend(as_it_stands(text, &words[at..=at + 1 + last]));
            }
        }
        let next = words.get(at + 1).map(|next| next.text);
        if next.is_some_and(|next| is_outward(word.text) && is_inward(next)) {
            found.extend(as_it_stands(text, &words[at..=at + 1]));
        } else if word.text.is_ascii() && (5..=7).contains(&word.text.len()) {
            let (outward, inward) = word.text.split_at(word.text.len() - 3);
            if is_outward(outward) && is_inward(inward) {
                found.push(word.text.to_owned());
            }
        }
    }
    found
}

/// "LS1", "SW1A": the first half of a postcode.
fn is_outward(text: &str) -> bool {
    let letters = text.chars().take_while(char::is_ascii_uppercase).count();
    let rest = text.get(letters..).unwrap_or_default();
    (1..=2).contains(&letters)
        && rest.starts_with(|c: char| c.is_ascii_digit())
        && rest.len() <= 2
        && rest.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
}

/// "4DP": the second half of a postcode.
fn is_inward(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    matches!(letters.as_slice(), [a, b, c] if a.is_ascii_digit() && b.is_ascii_uppercase() && c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn noticed(text: &str) -> Vec<(IdentifyingKind, String)> {
        let names = ["Amina Yusuf".to_owned(), "Sam Okafor".to_owned()];
        identifying(text, &names).into_iter().map(|it| (it.kind, it.words)).collect()
    }

    #[test]
    fn what_children_usually_say_is_left_alone() {
        for words in [
            "I moved three times and nobody told my school.",
            "My Social Worker never rings me on a Monday. The food is nice.",
            "On Friday 20 November 2026 we had pizza in Oak House.",
            "My PA helped me. Staying Put is good. It cost £12.50 for 3 of us.",
            "Year 10 is hard. I want to go to Anytown College in September.",
            "Please may I see my brother. Christmas was sad.",
        ] {
            assert_eq!(noticed(words), [], "{words}");
        }
    }

    #[test]
    fn names_of_people_on_the_board_are_noticed_whole_and_in_part() {
        assert_eq!(
            noticed("I told amina yusuf about it."),
            [(IdentifyingKind::BoardName, "amina yusuf".into())]
        );
        assert_eq!(noticed("We like Amina."), [(IdentifyingKind::BoardName, "Amina".into())]);
        assert_eq!(noticed("It was Okafor's idea."), [(IdentifyingKind::BoardName, "Okafor".into())]);
    }

    #[test]
    fn a_full_name_with_capitals_is_noticed() {
        assert_eq!(noticed("Then Sarah Jones's house."), [(IdentifyingKind::FullName, "Sarah Jones".into())]);
        assert_eq!(
            noticed("Mary-Jane O'Brien came."),
            [(IdentifyingKind::FullName, "Mary-Jane O'Brien".into())]
        );
        assert_eq!(noticed("I like Leeds. Bradford too."), [], "two sentences are no name");
    }

    #[test]
    fn telephone_numbers_and_e_mail_addresses_are_noticed() {
        assert_eq!(noticed("Ring 07700 900 123 please"), [(IdentifyingKind::Phone, "07700 900 123".into())]);
        assert_eq!(noticed("+44 (0)20 7946 0999"), [(IdentifyingKind::Phone, "+44 (0)20 7946 0999".into())]);
        assert_eq!(noticed("Write to me@example.org."), [(IdentifyingKind::Email, "me@example.org".into())]);
        assert_eq!(noticed("In 2025 and 2026 we had 1000 pizzas @ school"), []);
    }

    #[test]
    fn what_is_noticed_is_taken_out_with_one_step_and_then_noticed_no_more() {
        for (said, left) in [
            ("I told amina  yusuf's friend.", "I told [name]'s friend."),
            ("Then Sarah Jones came.", "Then [name] came."),
            ("Ring 07700 900 123 or me@example.org", "Ring [number] or [e-mail]"),
            ("I live at 12 Elm Tree Road now", "I live at [address] now"),
        ] {
            let names = ["Amina Yusuf".to_owned()];
            let mut text = said.to_owned();
            while let Some(first) = identifying(&text, &names).first() {
                text = first.taken_out_of(&text);
            }
            assert_eq!(text, left);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_noticed_stands_in_the_text_and_can_be_taken_out(
            text in "(Sam Okafor|Sarah|Jones|12|Elm|Road|AN1|4DP|07700 900123|a@b.org|'s|ß|İ|[ .,!\n]|\\PC){0,30}"
        ) {
            for found in identifying(&text, &["Sam Okafor".into(), "İ ß".into(), String::new()]) {
                prop_assert!(text.contains(&found.words), "{found:?}");
                prop_assert!(!found.taken_out_of(&text).contains(&found.words), "{found:?}");
            }
        }
    }

    #[test]
    fn addresses_are_noticed_by_street_and_by_postcode() {
        assert_eq!(
            noticed("I live at 12 Elm Tree Road now"),
            [(IdentifyingKind::Address, "12 Elm Tree Road".into())]
        );
        assert_eq!(noticed("It is AN1 4DP."), [(IdentifyingKind::Address, "AN1 4DP".into())]);
        assert_eq!(noticed("It is AN14DP."), [(IdentifyingKind::Address, "AN14DP".into())]);
        assert_eq!(noticed("There are 3 of us in Year 9"), []);
    }
}
