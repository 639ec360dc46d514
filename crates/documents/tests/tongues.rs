//! Words in the languages of children who came here from elsewhere are printed as they are written, read out in their
//! order and in their language, and given back by a reader of PDF.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;
#[allow(dead_code, reason = "each story reads what it needs")]
mod reading;
#[path = "tongues/mod.rs"]
mod tongues;

use std::process::Command;

use common::{options, save};
use pledgeboard_documents::block::{Document, Style};
use pledgeboard_documents::{pdf, text};
use unicode_normalization::char::is_combining_mark;

/// Whether a character only turns the direction of what follows.
fn turns(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn solid(words: &str) -> String {
    words.chars().filter(|it| !it.is_whitespace() && !turns(*it)).collect()
}

fn pdftotext(name: &str, bytes: &[u8], arguments: &[&str]) -> String {
    let path = save(name, bytes);
    let output =
        Command::new("pdftotext").args(arguments).args(["-enc", "UTF-8"]).arg(&path).arg("-").output();
    String::from_utf8(output.expect("install poppler-utils, which has pdftotext").stdout).unwrap()
}

/// Letters with their marks, and figures: pdftotext turns round what stands between figures and words of another
/// direction, such as a bracket.
fn letters(words: &str) -> String {
    words.chars().filter(|it| it.is_alphanumeric() || is_combining_mark(*it)).collect()
}

#[test]
fn pdftotext_gives_words_of_every_script_back_in_the_order_of_reading() {
    for (language, _, said) in tongues::SAID {
        for style in [Style::Adult, Style::Children] {
            let mut document = Document::new("Words", style);
            document.paragraph(said);
            let bytes = pdf(&document, &options()).unwrap();
            let found = pdftotext(&format!("tongue-{language}.pdf"), &bytes, &[]);
            assert!(letters(&found).starts_with(&letters(said)), "{language}: {found}");
            let found: Vec<&str> = found.split(|it: char| it.is_whitespace() || turns(it)).collect();
            let lost = |word: &&str| !found.iter().any(|it| letters(it) == letters(word));
            let lost: Vec<&str> = said.split_whitespace().filter(lost).collect();
            assert!(lost.is_empty(), "{language}: {lost:?} of {found:?}");
        }
    }
}

#[test]
fn a_screen_reader_hears_each_in_its_order_and_language() {
    for style in [Style::Adult, Style::Children] {
        let document = tongues::document(style);
        let bytes = pdf(&document, &options()).unwrap();
        save(&format!("tongues-{style:?}.pdf").to_lowercase(), &bytes);
        let read = reading::read(&bytes);
        read.check();
        let parts = |it: &char| !matches!(it, '|' | ':');
        let wanted: String = solid(&text(&document)).chars().filter(parts).collect();
        let heard: String = solid(&read.words()).chars().filter(parts).collect();
        assert_eq!(heard, wanted);
        let languages = read.languages();
        for (language, _, said) in tongues::SAID {
            let times = languages.iter().filter(|(known, words)| known == language && words == said).count();
            assert!(times >= 7, "{language} is told {times} times: {languages:?}");
        }
    }
}
