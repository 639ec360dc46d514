//! Words that a ten-year-old may not know: of the field, of the office, and abbreviations.

use super::{Finding, FindingKind, Jargon, Mend, Word, finding, mend::end_of_sentence};

/// Abbreviations that children know.
const KNOWN: [&str; 9] = ["OK", "UK", "TV", "NHS", "GP", "DVD", "PC", "PE", "ID"];

/// Latin ones, and what to write.
const LATIN: [(&str, &str); 7] = [
    ("e.g", "for example"),
    ("eg", "for example"),
    ("i.e", "that is"),
    ("ie", "that is"),
    ("etc", "and so on"),
    ("nb", "please note"),
    ("vs", "against"),
];

/// Words of the office, and what to say.
const OFFICE: [(&str, &str); 41] = [
    ("accommodation", "home, or place to live"),
    ("additional", "more"),
    ("advise", "tell"),
    ("appropriate", "right"),
    ("approximately", "about"),
    ("assist", "help"),
    ("assistance", "help"),
    ("attend", "come to"),
    ("commence", "start"),
    ("complete", "finish, or fill in"),
    ("consult", "ask"),
    ("consultation", "asking people what they think"),
    ("demonstrate", "show"),
    ("endeavour", "try"),
    ("engage with", "talk to, or take part in"),
    ("engagement", "taking part"),
    ("ensure", "make sure"),
    ("establish", "set up, or find out"),
    ("facilitate", "help"),
    ("feedback", "what you think"),
    ("implement", "do, or start"),
    ("in order to", "to"),
    ("inform", "tell"),
    ("monitor", "check"),
    ("obtain", "get"),
    ("participate", "take part"),
    ("participation", "taking part"),
    ("prior to", "before"),
    ("prioritise", "do first"),
    ("provide", "give"),
    ("provision", "help, or places"),
    ("receive", "get"),
    ("regarding", "about"),
    ("require", "need"),
    ("residential", "where people live together"),
    ("stakeholders", "people who care about this"),
    ("strategy", "plan"),
    ("sufficient", "enough"),
    ("transition", "change, or moving on"),
    ("undertake", "do"),
    ("utilise", "use"),
];

/// Words of the glossary, each at its first place only, unless the text explains them there.
pub(super) fn jargon(text: &str, glossary: &[Jargon<'_>]) -> Vec<Finding> {
    let mut found: Vec<Finding> = vec![];
    let mut longest_first: Vec<&Jargon<'_>> =
        glossary.iter().filter(|jargon| !jargon.word.is_empty()).collect();
    longest_first.sort_by_key(|jargon| std::cmp::Reverse(jargon.word.len()));
    for jargon in longest_first {
        let Some((start, end)) = first_place(text, jargon.word, |start, end| {
            found.iter().all(|other| end <= other.start || other.end <= start)
        }) else {
            continue;
        };
        if is_explained(text, end) || is_explained_next(text, end, jargon) {
            continue;
        }
        let message = format!("Say what “{}” means: {}", jargon.word, jargon.meaning);
        let mend = Mend::explained(text, end, jargon.meaning);
        found.push(Finding { mend, ..finding(FindingKind::Jargon, text, start..end, message) });
    }
    found
}

/// Words of the office, each at its first place only.
pub(super) fn hard_words(text: &str) -> Vec<Finding> {
    let mut found = vec![];
    for (word, say) in OFFICE {
        if let Some((start, end)) = first_place(text, word, |_, _| true) {
            let message = format!("“{}” is a hard word. Try: {say}.", &text[start..end]);
            // Where there are several to choose from, or the word is bent, a person chooses.
            let plain = end - start == word.len() && !say.contains(',');
            let mend = plain.then(|| Mend::instead(text, (start, end), say)).flatten();
            found.push(Finding { mend, ..finding(FindingKind::HardWord, text, start..end, message) });
        }
    }
    found
}

/// Abbreviations, each at its first place only, unless the text explains them there.
pub(super) fn abbreviations(text: &str, words: &[Word<'_>]) -> Vec<Finding> {
    let mut found: Vec<Finding> = vec![];
    for word in words {
        let bare = word.text.trim_end_matches("'s").trim_end_matches("’s");
        let again = found.iter().any(|other| other.passage == bare);
        let latin =
            LATIN.iter().find(|(short, _)| bare.eq_ignore_ascii_case(short) && bare != "IE" && bare != "EG");
        let message = if let Some((_, long)) = latin {
            format!("“{bare}” is short for something else. Write “{long}”.")
        } else if is_acronym(bare) && !is_shouted(words, word) {
            format!("“{bare}” may not be known. Write it out, or say what it means.")
        } else {
            continue;
        };
        let end = word.start + bare.len();
        if !again && !is_explained(text, end) {
            let mend = latin.and_then(|(_, long)| {
                // The full stop of the short form goes with it; one that ends the text stays.
                let stop = usize::from(text.get(end..).is_some_and(|after| after.starts_with(". ")));
                Mend::instead(text, (word.start, end + stop), long)
            });
            found
                .push(Finding { mend, ..finding(FindingKind::Abbreviation, text, word.start..end, message) });
        }
    }
    found
}

/// Two capitals or more, with digits or "&" between them, and perhaps an s for many: "PEP", "IROs", "Y6" is none.
fn is_acronym(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    let capitals = one.chars().filter(|c| c.is_uppercase()).count();
    let only = one.chars().all(|c| c.is_uppercase() || c.is_numeric() || matches!(c, '&' | '/' | '.'));
    capitals >= 2 && only && !KNOWN.contains(&one)
}

/// A long word between other words in capitals is a heading, not an abbreviation.
fn is_shouted(words: &[Word<'_>], word: &Word<'_>) -> bool {
    let capitals = |other: &&Word<'_>| {
        other.text.chars().count() > 3 && other.text.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
    };
    let near = |other: &&Word<'_>| other.start.abs_diff(word.start) < 40 && other.start != word.start;
    words.iter().filter(near).filter(capitals).count() >= 2
}

/// A bracket or "means" after the word explains it, and so does the bracket that it stands in.
fn is_explained(text: &str, end: usize) -> bool {
    let after = text.get(end..).unwrap_or_default().trim_start_matches(['"', '”', '’', '\'', 's']);
    let after = after.trim_start();
    after.starts_with('(')
        || after.starts_with(')')
        || after.starts_with("means ")
        || after.starts_with("mean ")
}

/// The very next sentence explains it: with the glossary's own words, or as such a sentence begins.
fn is_explained_next(text: &str, end: usize, jargon: &Jargon<'_>) -> bool {
    let after = text.get(end_of_sentence(text, end)..).unwrap_or_default().trim_start();
    let next = after.get(..end_of_sentence(after, 0)).unwrap_or_default().to_lowercase();
    let word = jargon.word.to_lowercase();
    let begins = ["this means ", "that means ", "it means ", "this is ", "that is ", "these are "];
    let names = [format!("{word} "), format!("a {word} "), format!("an {word} "), format!("the {word} ")];
    let says = [" is ", " are ", " means ", " mean "];
    after.starts_with(jargon.meaning)
        || begins.iter().any(|start| next.starts_with(start))
        || names.iter().any(|name| {
            next.strip_prefix(name.as_str())
                .is_some_and(|rest| says.iter().any(|says| rest.starts_with(says.trim_start())))
        })
}

/// Where a word or phrase first stands as a whole, alone or with an ending (-s, -d, -ed, -ing), and is wanted.
/// Capitals matter only if the word is all capitals.
fn first_place(text: &str, word: &str, wanted: impl Fn(usize, usize) -> bool) -> Option<(usize, usize)> {
    let acronym = !word.chars().any(char::is_lowercase);
    let is_letter = |c: char| c.is_alphanumeric() || c == '-';
    for (start, _) in text.char_indices() {
        if text[..start].chars().next_back().is_some_and(is_letter) {
            continue;
        }
        let Some(length) = begins(&text[start..], word, acronym) else { continue };
        let rest = &text[start + length..];
        let ending: usize = rest.chars().take_while(|c| is_letter(*c)).map(char::len_utf8).sum();
        let allowed: &[&str] = if acronym { &["", "s"] } else { &["", "s", "d", "ed", "ing"] };
        let end = start + length + ending;
        if allowed.contains(&&rest[..ending]) && wanted(start, end) {
            return Some((start, end));
        }
    }
    None
}

/// How many bytes of the text the word covers if the text begins with it.
fn begins(text: &str, word: &str, capitals_matter: bool) -> Option<usize> {
    let mut letters = text.char_indices();
    for wanted in word.chars() {
        let (_, c) = letters.next()?;
        let same = c == wanted || (!capitals_matter && c.to_lowercase().eq(wanted.to_lowercase()));
        if !same {
            return None;
        }
    }
    Some(letters.next().map_or(text.len(), |(i, _)| i))
}
