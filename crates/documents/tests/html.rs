//! Documents as pages of a website. The files in `html` are what the screens' tests look at with axe;
//! `UPDATE_HTML=1 cargo test -p pledgeboard-documents --test html` writes them anew.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod board;
mod sample;

use std::path::Path;

use board::inputs::every_document;
use pledgeboard_documents::block::{Document, Style};
use pledgeboard_documents::{html, text};

const SHOWN: [&str; 9] = [
    "agenda-members",
    "agenda-draft",
    "minutes-public",
    "action-log-members",
    "child-promises-children",
    "child-meeting-children",
    "our-promises-public",
    "our-promises-children",
    "work-programme-members",
];

fn documents() -> Vec<(String, Document)> {
    let known = every_document().into_iter().filter(|(name, _, _)| SHOWN.contains(&name.as_str()));
    known
        .map(|(name, _, document)| (name, document))
        .chain([("everything".to_owned(), sample::sample(Style::Adult))])
        .collect()
}

#[test]
fn a_page_is_what_it_was_before() {
    for (name, document) in documents() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/html").join(format!("{name}.html"));
        let page = html(&document).unwrap();
        if std::env::var_os("UPDATE_HTML").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &page).unwrap();
        }
        let before = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(before == page, "{name} has changed: look at it, and write it anew with UPDATE_HTML=1");
    }
}

#[test]
fn a_page_says_every_word_and_loads_nothing() {
    for (name, document) in documents() {
        let page = html(&document).unwrap();
        for outside in ["<script", "<link", "src=\"http", "url(", "@import", "<iframe"] {
            assert!(!page.contains(outside), "{name} holds {outside}");
        }
        let said = words(&page);
        for word in words(&text(&document).replace(" | ", " ")).split_whitespace() {
            let wanted = word.trim_start_matches('[').trim_end_matches([']', ':']);
            assert!(wanted == "•" || said.contains(wanted), "{name} lacks {word}");
        }
    }
}

/// Without tags, and with the alternatives of pictures.
fn words(page: &str) -> String {
    let mut said = String::new();
    for piece in page.split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
        for attribute in ["alt=\"", "aria-label=\""] {
            said.extend(tag.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()));
        }
        let within = ["strong", "em", "span", "a"]
            .contains(&tag.trim_start_matches('/').split(' ').next().unwrap_or_default());
        if !within {
            said.push(' ');
        }
        said.push_str(words);
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(said, |said, (from, to)| said.replace(from, to))
}
