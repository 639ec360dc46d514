//! What comes out of a PDF is what went in: every word, in order, the same bytes each time.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;
mod sample;

use std::process::Command;

use common::{options, save};
use pledgeboard_documents::block::{Block, Document, Icon, Inline, Pair, Style, Table, Tone, plain};
use pledgeboard_documents::{DocumentError, page_count, pdf, proof, text};

/// The words that `pdftotext` finds, in the order of the content.
fn words(name: &str, bytes: &[u8]) -> String {
    let path = save(name, bytes);
    let output = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(&path).arg("-").output();
    let output = output.expect("install poppler-utils, which has pdftotext");
    String::from_utf8(output.stdout).unwrap()
}

/// Letters and figures alone: layout may part words, and furniture stands between pages.
fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

#[test]
fn every_word_can_be_read_back() {
    let mut document = Document::new("Words", Style::Adult);
    let difficult = "“Curly” ‘quotes’ – a dash — another… €1,250 £3.50 ½ tŷ a dŵr Ŵŷ café naïve Łódź ☐ ✓ → fi ffl A\u{a0}B";
    document.push(Block::Title { kicker: None, text: "Words".to_owned(), subtitle: vec![] });
    document.paragraph(difficult);
    let found = words("words.pdf", &pdf(&document, &options()).unwrap());
    let found = found.split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = difficult.replace('\u{a0}', " ");
    assert!(found.contains(&wanted), "{found}");
}

#[test]
fn all_words_of_a_document_are_in_the_order_of_its_text() {
    for style in [Style::Adult, Style::Children] {
        let document = sample::sample(style);
        let found = letters(&words("order.pdf", &pdf(&document, &options()).unwrap()));
        let mut at = 0;
        for line in text(&document).lines().filter(|line| !line.starts_with('[')) {
            for word in line.split(|character: char| !character.is_alphanumeric()) {
                // A very long row is cut by pages, and a word of another script stands right to left.
                if word.is_ascii() && word.len() < 40 {
                    let place = found[at..].find(word);
                    at += place.unwrap_or_else(|| panic!("“{word}” is missing or out of order"));
                }
            }
        }
    }
}

#[test]
fn the_same_document_gives_the_same_bytes_and_another_a_different_identifier() {
    let first = pdf(&sample::sample(Style::Adult), &options()).unwrap();
    assert!(first == pdf(&sample::sample(Style::Adult), &options()).unwrap());
    let mut other = sample::sample(Style::Adult);
    other.paragraph("One more line.");
    let id = |bytes: &[u8]| {
        let file = lopdf::Document::load_mem(bytes).unwrap();
        format!("{:?}", file.trailer.get(b"ID").unwrap())
    };
    assert_ne!(id(&first), id(&pdf(&other, &options()).unwrap()));
}

#[test]
fn qpdf_finds_nothing_wrong() {
    let path = save("check.pdf", &pdf(&sample::sample(Style::Children), &options()).unwrap());
    let output = Command::new("qpdf").arg("--check").arg(&path).output().expect("install qpdf");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_character_that_no_typeface_has_is_named() {
    let mut document = Document::new("Signs", Style::Adult);
    document.paragraph("A sign 𓀀 that we cannot print");
    let error = pdf(&document, &options()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "No typeface here can print “𓀀” (U+13000) in “A sign 𓀀 that we cannot print”: write it in words or other letters."
    );
    // On a proof, which is only looked at, a box stands there.
    let shown = words("proof.pdf", &proof(&document, &options()).unwrap().pdf);
    assert!(shown.contains("A sign □ that we cannot print"), "{shown}");
    assert_eq!(page_count(&document).unwrap(), 1);
}

#[test]
fn an_empty_document_still_has_a_page() {
    let bytes = pdf(&Document::new("Nothing", Style::Adult), &options()).unwrap();
    assert_eq!(lopdf::Document::load_mem(&bytes).unwrap().get_pages().len(), 1);
}

#[test]
fn headings_nest_in_the_outline() {
    let file = lopdf::Document::load_mem(&pdf(&sample::sample(Style::Adult), &options()).unwrap()).unwrap();
    let outline = file.catalog().unwrap().get(b"Outlines").unwrap().as_reference().unwrap();
    let first = |id| file.get_dictionary(id).unwrap().get(b"First").and_then(lopdf::Object::as_reference);
    let title = first(outline).unwrap();
    let heading = first(title).unwrap();
    assert!(first(heading).is_err(), "“Promise 2” has no parts");
    let next = file.get_dictionary(heading).unwrap().get(b"Next").is_ok();
    assert!(next);
}

#[test]
fn text_that_is_long_or_empty_is_laid_out_all_the_same() {
    let mut document = Document::new("Limits", Style::Children);
    document.push(Block::runs(Vec::new()));
    document.push(Block::runs(vec![Inline::text(""), Inline::LineBreak, Inline::text("after a break")]));
    document.push(Block::Callout { tone: Tone::Plum, blocks: vec![] });
    document.push(Block::bullets(["", "x"]));
    document.push(Block::Callout { tone: Tone::Sun, blocks: vec![Block::paragraph("long ".repeat(2000))] });
    document.push(Block::Pair(Pair {
        icon: Icon::said(),
        tone: Tone::Plum,
        label: None,
        paragraphs: vec![plain("very long ".repeat(600))],
    }));
    let found = words("limits.pdf", &pdf(&document, &options()).unwrap());
    assert_eq!(found.matches("long").count(), 2600);
}

#[test]
fn a_long_table_takes_no_long_time() {
    let mut document = Document::new("Long", Style::Adult);
    let mut table = Table::new("Long", ["Reference", "What", "Who"], &[1.0, 4.0, 2.0]);
    for number in 0..600 {
        table.row(vec![
            format!("A26-{number:03}").into(),
            "Ask every school to name one adult. ".repeat(4).into(),
            "Ruth Bell".into(),
        ]);
    }
    document.push(Block::Table(table));
    let start = std::time::Instant::now();
    let pages = lopdf::Document::load_mem(&pdf(&document, &options()).unwrap()).unwrap().get_pages().len();
    assert!(pages > 30 && start.elapsed().as_secs() < 60, "{pages} pages in {:?}", start.elapsed());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 48, ..Default::default() })]

    #[test]
    fn any_text_is_printed_or_its_characters_are_named(words in "\\PC{0,60}|[a-zà-ÿא-ת؀-ۿ \u{300}-\u{320}]{0,60}") {
        let mut document = Document::new(words.as_str(), Style::Adult);
        document.footer = words.clone();
        document.heading(2, words.as_str());
        document.push(Block::bullets([words.as_str(), "x"]));
        match pdf(&document, &options()) {
            Ok(bytes) => proptest::prop_assert!(bytes.starts_with(b"%PDF-1.7")),
            Err(error) => {
                let named = matches!(error, DocumentError::Unprintable { .. });
                proptest::prop_assert!(named, "{error}");
            }
        }
    }
}
