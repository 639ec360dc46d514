//! Which language words are in, and which way they read, by their letters: children say things in their own language, and
//! a screen reader must be told to change its voice.
//!
//! Only letters are looked at. Languages that share all of theirs with English cannot be told from it.

use std::ops::Range;

use unicode_bidi::{BidiClass, bidi_class};
use unicode_script::{Script, UnicodeScript};

use crate::fonts::Family;

/// Words of one script within a text, from their first letter to their last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    pub range: Range<usize>,
    /// BCP 47: "ar"; "und-Cyrl" where only the script is certain. None for words that can be of any Latin language.
    pub language: Option<String>,
}

/// The stretches of a text that are not in Latin letters, or are Vietnamese. Empty for most texts.
pub fn foreign(text: &str) -> Vec<Stretch> {
    // Most texts have Latin letters, and signs such as dashes, alone.
    if text.chars().all(|character| character < '\u{1a0}' || ('\u{2000}'..'\u{2c00}').contains(&character)) {
        return Vec::new();
    }
    let mut found = stretches(text);
    // What stands around the words of the only script is part of them.
    if let [only] = found.as_mut_slice() {
        only.range = 0..text.len();
    }
    found.retain(|stretch| stretch.language.is_some());
    found
}

/// The language of a text that is foreign from end to end.
pub fn whole(text: &str) -> Option<String> {
    match foreign(text).as_slice() {
        [only] if only.range == (0..text.len()) => only.language.clone(),
        _ => None,
    }
}

/// The typefaces for a language.
pub fn family(language: &str) -> Family {
    match language.split('-').next().unwrap_or_default() {
        "ar" | "ps" | "fa" | "prs" | "ur" | "ckb" | "ug" | "sd" => Family::Arabic,
        "ti" | "am" => Family::Ethiopic,
        "vi" | "uk" | "ru" | "be" | "bg" | "sr" | "mk" | "el" => Family::Sans,
        _ if language.ends_with("-Arab") => Family::Arabic,
        _ if language.ends_with("-Ethi") => Family::Ethiopic,
        _ if language.ends_with("-Cyrl") => Family::Sans,
        _ => Family::Main,
    }
}

/// Whether a paragraph reads from right to left: as its first letter does, unless three quarters of its letters go the
/// other way. So an English name at the head of an Arabic sentence does not turn it round.
pub fn is_right_to_left(text: &str) -> bool {
    // Hebrew, the first script that reads from right to left, begins here.
    if text.chars().all(|character| character < '\u{590}') {
        return false;
    }
    let (mut first, mut left, mut right) = (None, 0_usize, 0_usize);
    for character in text.chars() {
        let is_right = match bidi_class(character) {
            BidiClass::R | BidiClass::AL => true,
            BidiClass::L => false,
            _ => continue,
        };
        first.get_or_insert(is_right);
        *(if is_right { &mut right } else { &mut left }) += 1;
    }
    match first {
        Some(true) => left < 3 * right,
        Some(false) => right >= 3 * left,
        None => false,
    }
}

fn stretches(text: &str) -> Vec<Stretch> {
    let mut ranges: Vec<(Script, Range<usize>)> = Vec::new();
    for (start, character) in text.char_indices() {
        let script = character.script();
        let end = start + character.len_utf8();
        match ranges.last_mut() {
            Some((known, range)) if *known == script => range.end = end,
            // A mark belongs to the letter that it stands on.
            Some((_, range)) if script == Script::Inherited && range.end == start => range.end = end,
            _ if matches!(script, Script::Common | Script::Inherited | Script::Unknown) => {}
            _ => ranges.push((script, start..end)),
        }
    }
    let vietnamese = is_vietnamese(text);
    let of = |(script, range): (Script, Range<usize>)| {
        let words = text.get(range.clone()).unwrap_or_default();
        let language = match script {
            Script::Latin => vietnamese.then(|| "vi".to_owned()),
            other => Some(language(other, words)),
        };
        Stretch { range, language }
    };
    ranges.into_iter().map(of).collect()
}

fn language(script: Script, words: &str) -> String {
    let any = |letters: &str| words.chars().any(|character| letters.contains(character));
    let certain = match script {
        Script::Arabic if any("ټډړږښڼځڅۍېګ") => "ps",
        Script::Arabic if any("ڕڵۆێە") => "ckb",
        Script::Arabic if any("ٹڈڑںےہ") => "ur",
        // The keyboards of Iran and Afghanistan have their own kaf and yeh.
        Script::Arabic if any("کی") => "fa",
        Script::Arabic => "ar",
        Script::Ethiopic if any("ኣቐቑቒቓቔቕቖ") => "ti",
        Script::Ethiopic if any("አ") => "am",
        Script::Cyrillic if any("іїєґІЇЄҐ") && !any("ўЎ") => "uk",
        Script::Cyrillic if any("ыэЫЭ") && !any("ўЎ") => "ru",
        Script::Greek => "el",
        Script::Hebrew => "he",
        Script::Georgian => "ka",
        Script::Armenian => "hy",
        other => return format!("und-{}", other.short_name()),
    };
    certain.to_owned()
}

/// Has letters that no other language of Europe has (Welsh has its ỳ too), and marks on most of its words: a name within
/// English has not.
fn is_vietnamese(text: &str) -> bool {
    let own = |letter: char| matches!(letter, '\u{1ea0}'..='\u{1ef1}' | '\u{1ef4}'..='\u{1ef9}' | 'ơ' | 'ư' | 'Ơ' | 'Ư');
    let (mut all, mut marked) = (0, 0);
    for word in text.split(|it: char| !it.is_alphabetic()) {
        if word.chars().any(|letter| letter.script() == Script::Latin) {
            all += 1;
            marked += usize::from(!word.is_ascii());
        }
    }
    text.contains(own) && marked * 2 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_by_their_letters() {
        let told = [
            ("أريد أن أبقى في بيتي.", "ar"),
            ("زه غواړم په کور کې پاتې شم", "ps"),
            ("می‌خواهم در خانه بمانم", "fa"),
            ("ኣብ ገዛይ ክጸንሕ እደሊ።", "ti"),
            ("አንድ ቤት", "am"),
            ("Я хочу жити ближче до сестри, її", "uk"),
            ("Я хочу жить, это дом мой, мы", "ru"),
            ("Con muốn ở gần chị gái của con.", "vi"),
            ("Дом", "und-Cyrl"),
            ("θέλω", "el"),
            ("ਘਰ", "und-Guru"),
        ];
        for (words, language) in told {
            assert_eq!(whole(words).as_deref(), Some(language), "{words}");
        }
        for english in ["We will tell you.", "tŷ a dŵr, ỳ", "Łódź, café – €5", "🙂 ✓ 12", ""]
        {
            assert_eq!(foreign(english), [], "{english}");
        }
    }

    #[test]
    fn a_foreign_phrase_is_found_within_english() {
        let text = "She said “أريد أن أبقى” to Nguyễn Lan";
        let found = foreign(text);
        assert_eq!(found.len(), 1);
        assert_eq!(&text[found[0].range.clone()], "أريد أن أبقى");
        assert_eq!(whole(text), None);
    }

    #[test]
    fn a_name_does_not_turn_a_sentence_round() {
        assert!(is_right_to_left("أريد أن أبقى"));
        assert!(is_right_to_left("Ruth قالت إنها ستتصل بالمدرسة غدا"));
        assert!(!is_right_to_left("محمد said that nobody had told the school of it"));
        assert!(!is_right_to_left("Lead: محمد"));
        assert!(!is_right_to_left("“12” …") && !is_right_to_left("Київ"));
    }
}
