//! Whatever stands in a document, it is laid out: nothing panics, no word is lost, and the structure is whole. What cannot be
//! printed is named.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "anything/mod.rs"]
mod anything;
#[allow(dead_code, reason = "nothing is kept to be looked at")]
mod common;
#[allow(dead_code, reason = "each story reads what it needs")]
mod reading;

use anything::{Tables, document, heard, said};
use common::options;
use pledgeboard_documents::block::*;
use pledgeboard_documents::{DocumentError, html, pdf, proof, unprintable};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_document_has_a_whole_structure(document in document(Tables::Any)) {
        let made = proof(&document, &options()).unwrap();
        prop_assert!(made.pages > 0);
        reading::read(&made.pdf).check();
        prop_assert!(html(&document).is_ok());
    }

    #[test]
    fn any_document_is_read_in_the_order_of_its_blocks(document in document(Tables::Narrow)) {
        let read = reading::read(&proof(&document, &options()).unwrap().pdf);
        prop_assert_eq!(heard(&read), said(&document));
    }

    #[test]
    fn what_cannot_be_printed_is_named_and_nothing_else_is_refused(document in document(Tables::Any)) {
        let told = unprintable(&document);
        match pdf(&document, &options()) {
            Ok(_) => prop_assert!(told.is_empty(), "{told:?}"),
            Err(error) => prop_assert_eq!(error, DocumentError::Unprintable { places: told }),
        }
    }
}

#[test]
fn a_title_of_400_characters_is_printed_whole() {
    for title in
        ["Placement stability and what children say about it ".repeat(8), "n".repeat(400), "ا".repeat(4000)]
    {
        for style in [Style::Adult, Style::Children] {
            let mut document = Document::new(title.as_str(), style);
            document.footer = title.clone();
            document.push(Block::Title {
                kicker: Some(title.clone()),
                text: title.clone(),
                subtitle: vec![title.clone()],
            });
            document.heading(2, title.as_str());
            document.paragraph("After it.");
            let bytes = pdf(&document, &options()).unwrap();
            let read = reading::read(&bytes);
            read.check();
            assert_eq!(heard(&read), said(&document));
            assert!(reading::within_the_page(&bytes), "{title} leaves the page");
        }
    }
}

#[test]
fn a_table_wider_than_the_page_says_each_heading_beside_its_cell() {
    let columns: Vec<String> = (1..=24).map(|number| format!("Quarter{number}")).collect();
    let mut table = Table::new("Moves by quarter", columns.iter().map(String::as_str), &[1.0; 24]);
    for child in ["Aisha", "Ben"] {
        table.row(columns.iter().map(|column| format!("{child}in{column}").into()).collect());
    }
    let mut document = Document::new("Wide", Style::Adult);
    document.push(Block::Title { kicker: None, text: "Wide".to_owned(), subtitle: vec![] });
    document.push(Block::Table(table));
    let bytes = pdf(&document, &options()).unwrap();
    assert!(reading::within_the_page(&bytes));
    let read = reading::read(&bytes);
    read.check();
    let rows: Vec<String> =
        read.all().into_iter().filter(|it| it.role == "TR").map(|row| row.words()).collect();
    assert_eq!(rows.len(), 48);
    assert_eq!((rows[0].as_str(), rows[47].as_str()), ("Quarter1AishainQuarter1", "Quarter24BeninQuarter24"));
}

#[test]
fn a_word_longer_than_a_line_is_cut_and_read_back_whole() {
    let mut document = Document::new("Long", Style::Children);
    let long =
        ["https://example.org/".to_owned() + &"placement".repeat(60), "بيت".repeat(200), "ቤት".repeat(200)];
    for word in &long {
        document.paragraph(word.as_str());
        document.push(Block::bullets([word.as_str()]));
        document.heading(2, word.as_str());
        document
            .push(Block::TickBoxes { label: plain(word.as_str()), options: vec![word.clone(), "x".into()] });
        let mut table = Table::new("Long", ["Who", word.as_str()], &[1.0, 1.0]);
        table.row(vec![word.as_str().into(), "x".into()]);
        document.push(Block::Table(table));
        document.push(Block::Facts(vec![Fact::new(word.as_str(), word.as_str())]));
    }
    let bytes = pdf(&document, &options()).unwrap();
    let read = reading::read(&bytes);
    read.check();
    assert_eq!(heard(&read), said(&document));
    assert!(reading::within_the_page(&bytes));
}
