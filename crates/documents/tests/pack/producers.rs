//! Papers by many programs, and what has become of them on the way, keep every word and every dot.

use std::path::{Path, PathBuf};
use std::process::Command;

use pledgeboard_documents::pack::inspect;

use crate::common::save;
use crate::make::{our_paper, whole, words};

pub fn papers() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/papers");
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|it| it == "pdf"));
    found.sort();
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    found.into_iter().map(|path| (name(&path), std::fs::read(path).unwrap())).collect()
}

pub fn paper(name: &str) -> Vec<u8> {
    papers().into_iter().find(|(it, _)| it == name).unwrap().1
}

/// A paper as qpdf would change it.
pub fn changed(name: &str, file: &[u8], how: &[&str]) -> Vec<u8> {
    let (from, to) = (save(&format!("{name}-from.pdf"), file), save(&format!("{name}-to.pdf"), b""));
    let done = Command::new("qpdf").arg(from).args(how).arg(&to).output().expect("install qpdf");
    assert!(done.status.code() != Some(2), "{name}: {}", String::from_utf8_lossy(&done.stderr));
    std::fs::read(to).unwrap()
}

/// A page as dots: its width, and grey values.
fn drawn(file: &Path, page: usize) -> (usize, Vec<u8>) {
    let page = page.to_string();
    let drawn = Command::new("pdftoppm")
        .args(["-r", "50", "-gray", "-cropbox", "-f", &page, "-l", &page])
        .arg(file)
        .output()
        .expect("install poppler-utils, which has pdftoppm");
    let bytes = drawn.stdout;
    let mut head = bytes.split(|byte| byte.is_ascii_whitespace());
    assert_eq!(
        head.next(),
        Some(&b"P5"[..]),
        "{}: {}",
        file.display(),
        String::from_utf8_lossy(&drawn.stderr)
    );
    let number = |word: Option<&[u8]>| std::str::from_utf8(word.unwrap()).unwrap().parse::<usize>().unwrap();
    let (width, height) = (number(head.next()), number(head.next()));
    (width, bytes[bytes.len() - width * height..].to_vec())
}

/// The same dots, but for at most one small patch: the number.
fn same_but_for_a_stamp(name: &str, before: (usize, Vec<u8>), after: (usize, Vec<u8>)) {
    assert_eq!((before.0, before.1.len()), (after.0, after.1.len()), "{name} has another size");
    let differ: Vec<(usize, usize)> = (0..before.1.len())
        .filter(|at| before.1[*at].abs_diff(after.1[*at]) > 24)
        .map(|at| (at % before.0, at / before.0))
        .collect();
    assert!(!differ.is_empty(), "{name}: nothing is stamped");
    let span = |of: fn(&(usize, usize)) -> usize| {
        differ.iter().map(of).max().unwrap() - differ.iter().map(of).min().unwrap()
    };
    let (across, down) = (span(|at| at.0), span(|at| at.1));
    // At 50 dots an inch the stamp is about 50 by 9, and turned with a page that lies on its side.
    assert!(across.max(down) <= 75 && across.min(down) <= 14, "{name} differs over {across} by {down} dots");
}

pub fn survives(name: &str, file: &[u8]) {
    let ours = our_paper("Agenda", 1);
    let (made, pack) = whole(&format!("pack-{name}.pdf"), &[("Agenda", ours), (name, file.to_vec())]);
    let before = save(&format!("before-{name}.pdf"), file);
    let pages = inspect(file).unwrap().pages;
    assert_eq!(made.pages, pages + 1);
    for page in 1..=pages {
        let (said, stamp) = (words(&pack, page + 1), format!("Page {} of {}", page + 1, pages + 1));
        assert!(said.contains(&stamp), "{name}: {said}");
        let sorted = |words: &str| {
            let mut all: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
            all.sort();
            all
        };
        assert_eq!(
            sorted(&said.replacen(&stamp, "", 1)),
            sorted(&words(&before, page)),
            "{name}: the words of page {page} changed"
        );
        same_but_for_a_stamp(&format!("{name} page {page}"), drawn(&before, page), drawn(&pack, page + 1));
    }
}

#[test]
fn papers_of_many_programs_keep_their_words_and_their_dots() {
    let papers = papers();
    assert!(papers.len() >= 12, "only {} papers", papers.len());
    for (name, file) in &papers {
        survives(name, file);
    }
}

#[test]
fn papers_that_went_through_other_hands_keep_them_too() {
    let chromium = paper("chromium");
    for (how, arguments) in [
        ("linearised", &["--linearize"][..]),
        ("object-streams", &["--object-streams=generate"]),
        ("no-object-streams", &["--object-streams=disable", "--stream-data=uncompress"]),
        ("on-its-side", &["--rotate=90"]),
        ("upside-down", &["--rotate=180"]),
        ("on-its-other-side", &["--rotate=270"]),
        ("old", &["--force-version=1.3", "--object-streams=disable"]),
    ] {
        survives(how, &changed(how, &chromium, arguments));
    }
}

#[test]
fn a_paper_whose_table_of_objects_is_broken_is_put_right() {
    for (name, table) in
        [("fpdf2", &b"startxref"[..]), ("word-shaped", b"xref\r\n0 20"), ("cairo", b"startxref")]
    {
        let mut file = paper(name);
        let at = file.windows(table.len()).rposition(|it| it == table).unwrap() + table.len() + 1;
        file[at..at + 3].copy_from_slice(b"999");
        let looked = inspect(&file).unwrap();
        assert!(looked.repaired || name == "word-shaped", "{name}");
        survives(&format!("broken-{name}"), &file);
    }
}

#[test]
fn a_stream_that_lies_about_its_length_is_not_lost() {
    let file = changed("long", &paper("ghostscript"), &["--object-streams=disable"]);
    let text = String::from_utf8_lossy(&file).into_owned();
    let at = text.find("/Length ").unwrap() + 8;
    let mut file = file;
    file[at] = if file[at] == b'9' { b'8' } else { b'9' };
    survives("lying", &file);
}
