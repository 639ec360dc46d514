//! Word files: whole and in order as XML, and to LibreOffice what they are to us: the same headings, lists, tables,
//! pictures and words.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod board;
mod common;
mod office;
mod sample;
mod schema;
mod seen;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use board::inputs::every_document;
use common::{options, save};
use pledgeboard_documents::block::*;
use pledgeboard_documents::{docx, text};
use schema::parts;
use seen::tidy;

/// Every document that there is, and one with one of everything; what is the same for several audiences once.
fn documents() -> Vec<(String, Document)> {
    let mut all: Vec<(String, Document)> = vec![];
    let samples = [Style::Adult, Style::Children].map(|style| {
        let mut document = sample::sample(style);
        document.publisher = "Anytown Council".into();
        document.header = (style == Style::Adult).then(|| "Not for publication: paragraph 1".to_owned());
        (format!("everything-{style:?}").to_lowercase(), document)
    });
    let known = every_document().into_iter().map(|(name, _, document)| (name, document));
    for (name, document) in known.chain(samples) {
        if !all.iter().any(|(_, other)| *other == document) {
            all.push((name, document));
        }
    }
    all
}

fn files(documents: &[(String, Document)]) -> Vec<PathBuf> {
    let made =
        documents.iter().map(|(name, it)| save(&format!("{name}.docx"), &docx(it, &options()).unwrap()));
    made.collect()
}

#[test]
fn libreoffice_finds_the_same_headings_lists_tables_pictures_and_words() {
    let documents = documents();
    let folder = office::convert(&files(&documents), "fodt");
    for (name, document) in &documents {
        let flat = std::fs::read_to_string(folder.join(format!("{name}.fodt"))).unwrap();
        let (wanted, found) = (seen::in_blocks(document), seen::in_flat_open_document(&flat));
        assert_eq!(found.headings, wanted.headings, "{name}");
        assert_eq!(found.items, wanted.items, "{name}");
        assert_eq!(found.tables, wanted.tables, "{name}");
        assert_eq!(found.pictures, wanted.pictures, "{name}");
        assert_eq!(found.words, wanted.words, "{name}");
        for furniture in ["<text:page-number", "<text:page-count", "Anytown Council"] {
            assert!(flat.contains(furniture), "{name} lacks {furniture}");
        }
        assert!(flat.contains(&format!("<dc:title>{}</dc:title>", document.title)), "{name} has no title");
        assert!(flat.contains("fo:language=\"en\"") && flat.contains("fo:country=\"GB\""), "{name}");
    }
}

/// On paper the labels of lists stand in their places, and every page says which one it is.
#[test]
fn printed_from_word_every_word_and_label_stands_in_its_order() {
    let wanted = ["agenda-members", "minutes-members", "action-log-members", "everything-adult"];
    let mut documents = documents();
    documents.retain(|(name, _)| wanted.contains(&name.as_str()));
    assert_eq!(documents.len(), wanted.len());
    let folder = office::convert(&files(&documents), "pdf");
    for (name, document) in &documents {
        let words = printed(&folder.join(format!("{name}.pdf")));
        let pages = words.matches('\u{c}').count();
        for page in 1..=pages {
            assert!(words.contains(&format!("Page {page} of {pages}")), "{name}: page {page} of {pages}");
        }
        let letters = letters(&words);
        let mut at = 0;
        for word in
            text(document).lines().filter(|line| !line.starts_with('[')).flat_map(str::split_whitespace)
        {
            let word: String = word.chars().filter(|it| it.is_alphanumeric()).collect();
            // Words of other scripts stand in another order, and very long ones are cut.
            if word.is_ascii() && word.len() < 40 {
                let place = letters[at..].find(&word);
                at += place.unwrap_or_else(|| panic!("{name}: “{word}” is missing or out of order"));
            }
        }
        if let Some(marking) = &document.header {
            assert!(tidy(&words).matches(marking).count() >= pages, "{name} is not marked on every page");
        }
    }
}

fn printed(pdf: &Path) -> String {
    let output = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(pdf).arg("-").output();
    String::from_utf8(output.expect("install poppler-utils, which has pdftotext").stdout).unwrap()
}

fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

#[test]
fn every_part_is_whole_and_in_the_order_of_the_schema() {
    for (name, document) in documents() {
        let parts = parts(&docx(&document, &options()).unwrap());
        for expected in ["[Content_Types].xml", "word/document.xml", "word/styles.xml", "word/numbering.xml"]
        {
            assert!(parts.contains_key(expected), "{name} lacks {expected}");
        }
        for (part, bytes) in parts.iter().filter(|(part, _)| !part.starts_with("word/media/")) {
            let xml = std::str::from_utf8(bytes).unwrap();
            if let Err(wrong) = schema::check(xml) {
                panic!("{part} of {name}: {wrong}");
            }
        }
        let main = std::str::from_utf8(&parts["word/document.xml"]).unwrap();
        let relations = std::str::from_utf8(&parts["word/_rels/document.xml.rels"]).unwrap();
        for id in schema::values(main, "r:id").chain(schema::values(main, "r:embed")) {
            assert!(relations.contains(&format!("Id=\"{id}\"")), "{name}: {id} leads nowhere");
        }
        for style in schema::values_of(main, "w:pStyle").chain(schema::values_of(main, "w:rStyle")) {
            let styles = std::str::from_utf8(&parts["word/styles.xml"]).unwrap();
            assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{name}: no style is called {style}");
        }
        let numbering = std::str::from_utf8(&parts["word/numbering.xml"]).unwrap();
        for list in schema::values_of(main, "w:numId") {
            assert!(numbering.contains(&format!("<w:num w:numId=\"{list}\">")), "{name}: no list {list}");
        }
    }
}

#[test]
fn header_rows_repeat_and_no_row_is_split() {
    for (name, document) in documents() {
        let main = main(&document);
        let headed = main.matches("<w:tblHeader/>").count();
        let tables = seen::in_blocks(&document).tables;
        assert_eq!(headed, tables.iter().filter(|(heads, _)| *heads > 0).count(), "{name}");
        assert_eq!(main.matches("<w:tr>").count(), main.matches("<w:cantSplit/>").count(), "{name}");
    }
}

#[test]
fn the_file_says_its_title_its_council_and_its_language() {
    let parts = parts(&docx(&documents()[0].1, &options()).unwrap());
    let core = std::str::from_utf8(&parts["docProps/core.xml"]).unwrap();
    for said in [
        "<dc:title>Corporate Parenting Board: agenda, 3 December 2026</dc:title>",
        "<dc:creator>Anytown Council</dc:creator>",
        "<dc:language>en-GB</dc:language>",
        ">2026-11-22T09:00:00Z</dcterms:created>",
    ] {
        assert!(core.contains(said), "{said} is not in {core}");
    }
    let styles = std::str::from_utf8(&parts["word/styles.xml"]).unwrap();
    assert!(styles.contains("<w:lang w:val=\"en-GB\""), "{styles}");
}

#[test]
fn a_language_is_said_of_its_words_with_its_direction() {
    let mut document = Document::new("Words", Style::Adult);
    document.push(Block::runs(vec![Inline::in_language("tŷ", "cy")]));
    document.push(Block::runs(vec![Inline::in_language("مرحبا", "ar")]));
    let main = main(&document);
    assert!(main.contains("<w:lang w:val=\"cy\"/>"), "{main}");
    assert!(main.contains("<w:bidi/>") && main.contains("<w:rtl/><w:lang w:bidi=\"ar\"/>"), "{main}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for (_, document) in documents().iter().take(3) {
        assert!(docx(document, &options()).unwrap() == docx(document, &options()).unwrap());
    }
}

/// A word that a person pasted from elsewhere may hold anything.
#[test]
fn characters_that_xml_cannot_hold_never_reach_it() {
    let nasty = "a\u{0}b\u{1}c\u{8}d\u{b}e\u{c}f\u{1f}g\u{fffe}h\u{ffff}i <&>\"' \t\n j";
    let mut document = Document::new(nasty, Style::Adult);
    (document.publisher, document.footer) = (nasty.into(), nasty.into());
    document.header = Some(nasty.into());
    document.push(Block::Title {
        kicker: Some(nasty.into()),
        text: nasty.into(),
        subtitle: vec![nasty.into()],
    });
    document.heading(2, nasty);
    document.push(Block::bullets([nasty]));
    document.push(Block::List(List { ordered: true, items: vec![Item::new(nasty, plain(nasty))] }));
    let mut table = Table::new(nasty, [nasty], &[]);
    table.row(vec![nasty.into()]);
    document.push(Block::Table(table));
    document.push(Block::runs(vec![
        Inline::link(nasty, format!("https://example.org/?{nasty}")),
        Inline::pill(nasty, Tone::Coral),
        Inline::in_language(nasty, "cy"),
    ]));
    document.push(Block::TickBoxes { label: plain(nasty), options: vec![nasty.into()] });
    document.push(Block::WritingLines { label: plain(nasty), count: 2 });
    for (name, bytes) in parts(&docx(&document, &options()).unwrap()) {
        let xml = String::from_utf8(bytes).unwrap();
        let bad =
            |it: char| it.is_control() && !matches!(it, '\n' | '\t') || matches!(it, '\u{fffe}' | '\u{ffff}');
        assert!(!xml.contains(bad), "{name}");
        assert_eq!(schema::check(&xml), Ok(()), "{name}");
    }
}

/// Nothing to say, nothing to show, more than fits: a file all the same.
#[test]
fn what_is_empty_long_or_wide_is_written_all_the_same() {
    let mut document = Document::new("", Style::Adult);
    document.push(Block::PageBreak);
    document.push(Block::runs(vec![]));
    document.push(Block::Callout { tone: Tone::Plum, blocks: vec![] });
    document
        .push(Block::List(List { ordered: true, items: vec![Item { label: "(a)".into(), blocks: vec![] }] }));
    document.push(Block::Table(Table::new("", Vec::<Cell>::new(), &[])));
    let mut wide = Table::new("Wide", (0..40).map(|at| at.to_string()), &[1.0, 0.0]);
    wide.row(vec!["short".into()]);
    wide.row((0..45).map(|_| "word".into()).collect());
    document.push(Block::Table(wide));
    document.push(Block::Together(vec![]));
    document.paragraph("x".repeat(4000));
    document.heading(2, "A title of four hundred letters ".repeat(13));
    let main = main(&document);
    assert_eq!(schema::check(&main), Ok(()));
    assert_eq!(main.matches("<w:tc>").count(), 3 * 45, "each row has a cell for each column");
    assert!(main.matches("<w:pageBreakBefore/>").count() == 1);
}

#[test]
fn the_document_part_is_what_it_was_before() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let all: BTreeMap<String, Document> = documents().into_iter().collect();
    // A paragraph a line, to be read.
    let lines = main(&all["minutes-public"]).replace("<w:p>", "\n<w:p>").replace("<w:t", "\n  <w:t");
    settings.bind(|| insta::assert_snapshot!("docx-minutes-public", lines));
}

fn main(document: &Document) -> String {
    let mut parts = parts(&docx(document, &options()).unwrap());
    String::from_utf8(parts.remove("word/document.xml").unwrap()).unwrap()
}
