//! Papers to measure with: words alone, words and pictures, scans.

use std::path::{Path, PathBuf};

use pledgeboard_documents::RenderOptions;
use pledgeboard_documents::block::{Block, Document, Figure, Picture, Style, Table};
use pledgeboard_documents::pdf;

use crate::Outcome;

type Make = fn(&Path) -> Outcome<Vec<PathBuf>>;

pub const KINDS: [(&str, Make); 3] =
    [("words and tables", words), ("one in four scanned", mixed), ("all scanned", scans)];

const PAPERS: usize = 40;
const PAGES: usize = 500;

/// The name of each file says how many pages it has, so that counting them is no part of what is measured.
pub fn pages_of(path: &Path) -> Option<usize> {
    path.file_stem()?.to_str()?.rsplit('-').next()?.parse().ok()
}

fn words(folder: &Path) -> Outcome<Vec<PathBuf>> {
    papers(folder, |_| false)
}

fn mixed(folder: &Path) -> Outcome<Vec<PathBuf>> {
    papers(folder, |number| number % 4 == 0)
}

fn scans(folder: &Path) -> Outcome<Vec<PathBuf>> {
    papers(folder, |_| true)
}

fn papers(folder: &Path, scanned: impl Fn(usize) -> bool) -> Outcome<Vec<PathBuf>> {
    let mut made = Vec::new();
    for number in 0..PAPERS {
        let pages = PAGES / PAPERS + usize::from(number < PAGES % PAPERS);
        let mut document = Document::new(format!("Paper {number}"), Style::Adult);
        document.push(Block::Title { kicker: None, text: format!("Paper {number}"), subtitle: vec![] });
        for page in 0..pages {
            if page > 0 {
                document.push(Block::PageBreak);
            }
            if scanned(number) {
                scan(&mut document, number * 100 + page)?
            } else {
                text(&mut document, page)
            }
        }
        let created = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).and_then(|day| day.and_hms_opt(9, 0, 0));
        let file = pdf(&document, &RenderOptions { created: created.ok_or("no such time")? })?;
        let path = folder.join(format!("paper-{number}-{pages}.pdf"));
        // As most programs save papers, every object in the open: ours are less than half as large.
        lopdf::Document::load_mem(&file)?.save(&path)?;
        made.push(path);
    }
    Ok(made)
}

fn text(document: &mut Document, page: usize) {
    document.heading(2, format!("Part {page}"));
    for paragraph in 0..4 {
        let words = format!(
            "Paragraph {paragraph} of part {page} says what was done, by whom, and what it changed. "
        );
        document.paragraph(words.repeat(4));
    }
    let mut table = Table::new("Figures", ["Half-term", "Moves", "Planned"], &[2.0, 1.0, 1.0]);
    for row in 0..8 {
        table.row(vec![format!("Autumn {row}").into(), format!("{}", row + page).into(), "3".into()]);
    }
    document.push(Block::Table(table));
}

/// Grey noise, as no compression can make it smaller.
fn scan(document: &mut Document, seed: usize) -> Outcome<()> {
    let (width, height) = (420_u32, 560_u32);
    let mut state = u64::try_from(seed)? + 88_172_645_463_325_252;
    let dots: Vec<u8> = (0..width * height)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_be_bytes()[0]
        })
        .collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.write_header()?.write_image_data(&dots)?;
    let picture = Picture::Image(bytes);
    document.push(Block::Figure(Figure { picture, alt: "A scanned letter".into(), height: 560.0 }));
    Ok(())
}
