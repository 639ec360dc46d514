//! Makes packs, and looks at them from outside.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;

use pledgeboard_documents::block::{Block, Document, Style};
use pledgeboard_documents::pack::{Made, Pack, PackError, Part, inspect, merge};
use pledgeboard_documents::pdf;

use crate::common::{options, save};

/// A paper of our own, of so many pages.
pub fn our_paper(title: &str, pages: usize) -> Vec<u8> {
    let mut document = Document::new(title, Style::Adult);
    document.footer = "Anytown Council".into();
    document.push(Block::Title { kicker: None, text: title.into(), subtitle: vec![] });
    for page in 1..=pages {
        if page > 1 {
            document.push(Block::PageBreak);
        }
        document.heading(2, format!("Part {page} of {title}"));
        document.paragraph("Every child knows who will be there tomorrow. ".repeat(12));
    }
    pdf(&document, &options()).unwrap()
}

pub fn part(title: &str, file: &[u8]) -> Part {
    Part {
        title: title.into(),
        bookmarks: vec![format!("Item of {title}"), title.into()],
        pages: inspect(file).unwrap().pages,
        composed: false,
        marking: None,
    }
}

pub fn pack_of(papers: &[(&str, Vec<u8>)]) -> Pack {
    Pack {
        title: "Agenda pack, 3 December 2026".into(),
        language: "en-GB".into(),
        created: options().created,
        first: 1,
        parts: papers.iter().map(|(title, file)| part(title, file)).collect(),
    }
}

pub fn made(pack: &Pack, papers: &[(&str, Vec<u8>)]) -> Result<(Made, Vec<u8>), PackError> {
    let mut out = Vec::new();
    let made = merge(pack, &mut out, |at| Ok(papers[at].1.clone()), |_| ControlFlow::Continue(()))?;
    Ok((made, out))
}

/// Made, saved, and found whole by qpdf.
pub fn whole(name: &str, papers: &[(&str, Vec<u8>)]) -> (Made, PathBuf) {
    let (made, file) = made(&pack_of(papers), papers).unwrap();
    let path = save(name, &file);
    let check = Command::new("qpdf").arg("--check").arg(&path).output().expect("install qpdf");
    assert!(check.status.success(), "{name}: {}", String::from_utf8_lossy(&check.stdout));
    (made, path)
}

/// The words of a page, from 1.
pub fn words(file: &Path, page: usize) -> String {
    let page = page.to_string();
    let said = Command::new("pdftotext")
        .args(["-f", &page, "-l", &page, "-enc", "UTF-8"])
        .arg(file)
        .arg("-")
        .output();
    let said = said.expect("install poppler-utils, which has pdftotext").stdout;
    String::from_utf8_lossy(&said).split_whitespace().collect::<Vec<_>>().join(" ")
}
