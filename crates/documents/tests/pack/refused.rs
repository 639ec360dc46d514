//! What nobody could open is refused when it is attached.

use pledgeboard_documents::pack::{Unfit, inspect};

use crate::common::save;
use crate::make::{whole, words};
use crate::producers::{changed, paper, papers};

#[test]
fn what_is_locked_is_refused() {
    for (how, arguments) in [
        ("locked", &["--encrypt", "user", "owner", "256", "--"][..]),
        ("locked-128", &["--encrypt", "user", "owner", "128", "--use-aes=y", "--"]),
        // Anybody can open it, but not copy from it.
        ("owned", &["--encrypt", "", "owner", "256", "--"]),
    ] {
        let file = changed(how, &paper("fpdf2"), arguments);
        assert_eq!(inspect(&file).unwrap_err(), Unfit::Protected, "{how}");
    }
}

#[test]
fn a_paper_that_is_cut_off_is_refused_wherever_it_ends() {
    for (name, file) in papers() {
        for share in [30, 60, 85] {
            let cut = &file[..file.len() * share / 100];
            match inspect(cut) {
                Err(why) => assert_eq!(why, Unfit::Damaged, "{name} at {share}%"),
                // Only what a reader can do without came last: metadata, bookmarks.
                Ok(looked) => {
                    assert_eq!(looked.pages, inspect(&file).unwrap().pages, "{name} at {share}%");
                    let (_, path) = whole("pack-cut.pdf", &[(name.as_str(), cut.to_vec())]);
                    let before = save("before-cut.pdf", &file);
                    for page in 1..=looked.pages {
                        let said =
                            words(&path, page).replacen(&format!("Page {page} of {}", looked.pages), "", 1);
                        let wanted = words(&before, page);
                        assert_eq!(
                            said.replace(' ', "").len(),
                            wanted.replace(' ', "").len(),
                            "{name} at {share}%"
                        );
                    }
                }
            }
        }
    }
    let half = |name: &str| inspect(&paper(name)[..1200]).unwrap_err();
    assert_eq!([half("tex"), half("chromium"), half("scan")], [Unfit::Damaged; 3]);
}

#[test]
fn what_is_no_pdf_or_has_no_page_is_refused() {
    assert_eq!(inspect(b"PK\x03\x04 a Word file").unwrap_err(), Unfit::NotPdf);
    assert_eq!(inspect(b"").unwrap_err(), Unfit::NotPdf);
    assert_eq!(inspect(b"%PDF-1.7\n").unwrap_err(), Unfit::Damaged);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 64, ..Default::default() })]

    /// Whatever a post box does to a file, it is read or refused, and nothing stops the program.
    #[test]
    fn a_spoilt_paper_is_read_or_refused(at in 0_usize..8000, with in proptest::collection::vec(0_u8.., 1..12)) {
        let mut file = paper("reportlab");
        let at = at.min(file.len() - with.len());
        file[at..at + with.len()].copy_from_slice(&with);
        if inspect(&file).is_ok() {
            let papers = [("spoilt", file)];
            let _ = crate::make::made(&crate::make::pack_of(&papers), &papers);
        }
    }
}
